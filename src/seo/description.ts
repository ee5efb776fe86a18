import type { Entry } from "../content/post.ts";
import type { Rendered } from "../markdown/rendered.ts";
import { cutText } from "./cut-text.ts";

/** What result lists show of a description at most. */
const descriptionLimit = 160;

/** The author's own sentence, else the first paragraph; undefined for a post of pictures only. */
export function toEntryDescription(entry: Entry, rendered: Rendered): string | undefined {
  return toDescription(entry.description || rendered.firstParagraph, entry.lang);
}

/** Cut to what is shown; undefined when nothing is left, because an empty description is worse than none. */
export function toDescription(text: string | undefined, lang: string): string | undefined {
  return cutText(text ?? "", descriptionLimit, lang) || undefined;
}
