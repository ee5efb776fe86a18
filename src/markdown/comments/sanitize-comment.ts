import { asSafeHtml, type SafeHtml } from "../../lib/safe-html.ts";
import { readHtml } from "../html/read-html.ts";
import { CommentReader, type SanitizeOptions } from "./comment-reader.ts";
import { maxLength } from "./comment-tags.ts";

/**
 * What a stranger wrote, as HTML that can do nothing but be read: allow-listed elements and attributes, balanced,
 * without ids and styles, in the one form that `isCanonicalComment` knows again.
 */
export function sanitizeComment(html: string, options: SanitizeOptions = {}): SafeHtml {
  const reader = new CommentReader(options);
  readHtml(html.slice(0, maxLength).replace(/\r\n?/g, "\n"), reader);
  return asSafeHtml(reader.finish(html.length > maxLength));
}
