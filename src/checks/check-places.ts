import type { Page, Post } from "../content/post.ts";
import type { BaseUrl } from "../lib/permalink.ts";
import type { Problem } from "../lib/problem.ts";
import { show } from "../lib/show.ts";
import type { Rendered } from "../markdown/rendered.ts";
import { toOwnAddress } from "./own-address.ts";
import { findMissingPlace, type IdsOf } from "./place-ids.ts";

/** Links to places on other pages that are not there: a heading that was renamed, a comment that was deleted. */
export function checkPlaces({ source }: Post | Page, { placeLinks }: Rendered, base: BaseUrl, idsOf: IdsOf): Problem[] {
  return placeLinks.flatMap(({ href, written, line, column }) => {
    const address = toOwnAddress(href, base);
    const missing = address && findMissingPlace(address, idsOf);
    if (!missing) return [];
    const message = `the link leads to a place that is not on its page (found ${show(written)})`;
    const remedy = missing.meant
      ? `Did you mean \`#${missing.meant}\`?`
      : "Link to the id of a heading, or to the page.";
    return { id: "link-place", severity: "warning", file: source.file, line, column, message, remedy };
  });
}
