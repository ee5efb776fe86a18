import type { Page, Post } from "../content/post.ts";
import { decodePath } from "../lib/permalink.ts";
import type { Problem } from "../lib/problem.ts";
import { show } from "../lib/show.ts";
import { suggest } from "../lib/suggest.ts";
import type { Rendered } from "../markdown/rendered.ts";

/** The ids of a page of the site by its path, without the base path; undefined where there is no such page. */
export type IdsOf = (path: string) => ReadonlySet<string> | undefined;

/** Links to places on other pages that are not there: a heading that was renamed, a comment that was deleted. */
export function checkPlaces(
  { source }: Post | Page,
  { placeLinks }: Rendered,
  basePath: string,
  idsOf: IdsOf,
): Problem[] {
  return placeLinks.flatMap(({ href, line, column }) => {
    const [address = "", fragment = ""] = href.split("#");
    const id = decodePath(fragment);
    const path = decodePath(address.replace(/\?.*$/s, ""));
    const ids = path.startsWith(`${basePath}/`) ? idsOf(path.slice(basePath.length)) : undefined;
    if (!ids || id === "" || id === "top" || id.startsWith(":~:") || ids.has(id)) return [];
    const meant = suggest(id, ids);
    const message = `the link leads to a place that is not on its page (found ${show(decodePath(href))})`;
    const remedy = meant ? `Did you mean \`#${meant}\`?` : "Link to the id of a heading, or to the page.";
    return { id: "link-place", severity: "warning", file: source.file, line, column, message, remedy };
  });
}
