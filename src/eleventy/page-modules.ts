import { join } from "node:path";
import type { Blog } from "../content/blog.ts";
import { listFiles } from "../files/read-folder.ts";
import { isRecord } from "../lib/is-record.ts";
import { toOutputPath } from "../lib/permalink.ts";
import type { Problem } from "../lib/problem.ts";
import { enginePath } from "./engine.ts";
import type { PageModule, Route } from "./page.ts";

export const pagesFolder = enginePath("pages");

/** Imports one file of `pages/`: plain `import` in a build, through Vite in the dev server. */
export type ImportPage = (file: string) => Promise<unknown>;

/** The routes of one file in `pages/`, by its name: `post.11ty.tsx`. */
export type RoutesByFile = ReadonlyMap<string, readonly Route[]>;

/** Every address of the site with what renders it, asked for once per build. */
export async function loadRoutes(blog: Blog, importPage: ImportPage): Promise<RoutesByFile> {
  const files = listFiles(pagesFolder).filter((path) => /\.11ty\.tsx?$/.test(path));
  const modules = await Promise.all(
    files.map(async (path) => toPageModule(path, await importPage(join(pagesFolder, path)))),
  );
  return new Map(files.map((path, index) => [path, modules[index]?.routes(blog) ?? []]));
}

function toPageModule(path: string, module: unknown): PageModule {
  const page = isRecord(module) ? module.default : undefined;
  if (isPageModule(page)) return page;
  throw new Error(`pages/${path} must export default page({ each, permalink, render })`);
}

function isPageModule(value: unknown): value is PageModule {
  return isRecord(value) && typeof value.routes === "function";
}

/**
 * Addresses that two kinds of pages, or a page and a file of `public/`, would share. Clashes of the authors' files with
 * each other are found in the model.
 */
export function findSharedRoutes(routes: RoutesByFile, publicFiles: Iterable<string>): Problem[] {
  const taken = new Map<string, Claim>();
  const problems: Problem[] = [];
  const claim = (path: string, claimant: Claim): void => {
    const owner = taken.get(path);
    if (owner === undefined) taken.set(path, claimant);
    else if (!(owner.isEntry && claimant.isEntry)) problems.push(sharedRoute(path, owner, claimant));
  };
  for (const [file, own] of routes) {
    for (const { permalink, source } of own) {
      const claimant = source ? { file: source.file, isEntry: true } : { file: `pages/${file}`, isEntry: false };
      claim(toOutputPath(permalink), claimant);
    }
  }
  for (const path of publicFiles) claim(path, { file: `public/${path}`, isEntry: false });
  return problems;
}

/** Who wants an address: a post or page of the author, or a kind of page or a file. */
type Claim = { readonly file: string; readonly isEntry: boolean };

/** Told to the author where there is one: a kind of page has no other address. */
function sharedRoute(path: string, owner: Claim, claimant: Claim): Problem {
  const [told, other] = owner.isEntry ? [owner, claimant] : [claimant, owner];
  const message = `the address /${path.replace(/(^|\/)index\.html$/, "$1")} is taken (by ${other.file})`;
  const remedy = "Give one of the two another name or `slug:`.";
  return { id: "url-duplicate", severity: "error", file: told.file, line: 1, column: 1, message, remedy };
}
