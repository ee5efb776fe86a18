import { join } from "node:path";
import type { FieldPlaces } from "../content/field-places.ts";
import { findOutOfReach, findRedirectProblems } from "../content/redirect-problems.ts";
import { hasQuery } from "../content/query-address.ts";
import type { Problem } from "../lib/problem.ts";
import { toOutputPath } from "../lib/permalink.ts";
import { toListRedirects } from "../taxonomy/list-redirects.ts";
import { toDisplayPath } from "./blog-folder.ts";
import type { LoadedBlog } from "./load-blog.ts";
import { pagesFolder, type RoutesByFile } from "./page-modules.ts";
import type { StaticFiles } from "./static-files.ts";

/** What is wrong with old addresses once all new ones are known. */
export function checkRedirects(
  { blog, redirects: register, draftPages, media, uncertainty }: LoadedBlog,
  routes: RoutesByFile,
  staticFiles: StaticFiles,
  placeOf: FieldPlaces,
): Problem[] {
  const { posts, pages, drafts, scheduled } = blog;
  const queries = [...posts, ...pages].some(({ aliases }) => aliases.some(hasQuery));
  if (register.value.length === 0 && !queries) return [];
  const files = new Map([
    ...findRouteFiles(routes),
    ...Array.from(staticFiles, ([path, file]) => [path, toDisplayPath(file)] as const),
    ...Array.from(media, ([path, file]) => [`media/${path}`, toDisplayPath(file)] as const),
  ]);
  const old = new Set(
    [...routes.values()].flat().flatMap((route) => (route.leadsTo ? toOutputPath(route.permalink) : [])),
  );
  const shown = new Set<unknown>([...posts, ...pages]);
  const withheld = [...drafts, ...scheduled, ...draftPages].filter((entry) => !shown.has(entry));
  const lists = new Set(toListRedirects(blog).map(({ from }) => toOutputPath(from)));
  const isFile = (path: string): boolean => files.has(path) || old.has(path);
  return [
    ...findRedirectProblems({ register, posts, pages, withheld, files, lists, isOpen: uncertainty.isOpen }),
    ...findOutOfReach({ register, posts, pages, isFile, placeOf: ({ source }, at) => placeOf(source, "aliases", at) }),
  ];
}

/** Path in the output folder to the file that it comes of, without old addresses. */
function findRouteFiles(routes: RoutesByFile): (readonly [string, string])[] {
  return [...routes].flatMap(([name, own]) => {
    const kind = toDisplayPath(join(pagesFolder, name));
    return own.flatMap(({ permalink, source, leadsTo }) =>
      leadsTo === undefined ? [[toOutputPath(permalink), source?.file ?? kind] as const] : [],
    );
  });
}
