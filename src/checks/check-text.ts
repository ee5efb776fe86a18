import type { Page, Post } from "../content/post.ts";
import type { Problem } from "../lib/problem.ts";
import type { Rendered } from "../markdown/rendered.ts";

/** What shows something without being text. */
const shown = /<(?:img|picture|video|audio|iframe|svg|math|object|embed|hr|input|canvas|span class="missing-image")\b/;

/** A post or page with nothing but a title. A draft may be one. */
export function checkText(entry: Post | Page, { html }: Rendered): Problem[] {
  const { kind, source } = entry;
  const isDraft = entry.kind === "post" ? entry.status === "draft" : entry.draft;
  if (isDraft || shown.test(html) || /[^\s\u00a0]/.test(html.replace(/<[^>]*>/g, ""))) return [];
  const message = `the ${kind} has a title and no text`;
  const remedy = "Write one below the front matter, or keep it back with `draft: true`.";
  return [{ id: "text-empty", severity: "warning", file: source.file, line: 1, column: 1, message, remedy }];
}
