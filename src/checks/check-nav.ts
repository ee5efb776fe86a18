import type { Site } from "../content/site.ts";
import { decodePath } from "../lib/permalink.ts";
import type { Problem } from "../lib/problem.ts";
import { show } from "../lib/show.ts";
import type { Answers } from "./check-thread-links.ts";

/** Links of the header to pages that are not there; `text` is that of `_data/site.ts`. */
export function checkNav(
  { nav }: Site,
  { file, text }: { readonly file: string; readonly text: string },
  answers: Answers,
): Problem[] {
  return nav.flatMap(({ url }) => {
    if (!url.startsWith("/") || answers(decodePath(url.replace(/[?#].*$/s, "")))) return [];
    const message = `the navigation leads to no page (found ${show(url)})`;
    const place = findText(text, url);
    return {
      id: "nav-link",
      severity: "error",
      file,
      ...place,
      message,
      remedy: "Correct the address, or write the page.",
    };
  });
}

/** Where a text stands in a file, both from 1; 1:1 when it does not. */
export function findText(source: string, text: string): { readonly line: number; readonly column: number } {
  const offset = source.indexOf(text);
  if (offset < 0) return { line: 1, column: 1 };
  const above = source.slice(0, offset).split("\n");
  return { line: above.length, column: (above.at(-1)?.length ?? 0) + 1 };
}
