import { join } from "node:path";
import type { Blog } from "../content/blog.ts";
import type { AddressPlaces } from "../content/field-places.ts";
import type { Source } from "../content/post.ts";
import { listFiles } from "../files/read-folder.ts";
import { isRecord } from "../lib/is-record.ts";
import { toOutputPath, type Permalink } from "../lib/permalink.ts";
import type { Problem } from "../lib/problem.ts";
import { toDisplayPath } from "./blog-folder.ts";
import { enginePath } from "./engine.ts";
import type { PageModule, Route } from "./page.ts";
import type { StaticFiles } from "./static-files.ts";

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

type SharedRoutesOptions = {
  readonly placeOf: AddressPlaces;
  /** The owner's old addresses. */
  readonly redirects: ReadonlySet<Permalink>;
};

/**
 * Addresses that two kinds of pages, or a page and a file of `public/`, would share. Clashes of the authors' files with
 * each other are found in the model, those of `redirects` by `checkRedirects`.
 */
export function findSharedRoutes(
  routes: RoutesByFile,
  publicFiles: StaticFiles,
  { placeOf, redirects }: SharedRoutesOptions,
): Problem[] {
  const taken = new Map<string, Claim>();
  const problems: Problem[] = [];
  const claim = (path: string, claimant: Claim): void => {
    const owner = taken.get(path);
    if (owner === undefined) taken.set(path, claimant);
    else if (!(owner.source && claimant.source)) problems.push(sharedRoute(path, owner, claimant, placeOf));
  };
  for (const [name, own] of routes) {
    for (const { permalink, source, leadsTo } of own) {
      if (leadsTo !== undefined && !source && redirects.has(permalink)) continue;
      const file = source?.file ?? toDisplayPath(join(pagesFolder, name));
      claim(toOutputPath(permalink), { file, ...(source && { source }) });
    }
  }
  for (const [path, file] of publicFiles) claim(path, { file: toDisplayPath(file) });
  return problems;
}

/** Who wants an address: a post or page of the author, or a kind of page or a file. */
type Claim = { readonly file: string; readonly source?: Source };

/** Told to the author where there is one: a kind of page has no other address. */
function sharedRoute(path: string, owner: Claim, claimant: Claim, placeOf: AddressPlaces): Problem {
  const [told, other] = owner.source ? [owner, claimant] : [claimant, owner];
  const address = `/${path.replace(/(^|\/)index\.html$/, "$1")}`;
  const message = `the address ${address} is taken (by ${other.file})`;
  const remedy = "Give one of the two another name or `slug:`.";
  const place = told.source ? placeOf(told.source, path) : { line: 1, column: 1 };
  return { id: "url-duplicate", severity: "error", file: told.file, ...place, message, remedy };
}
