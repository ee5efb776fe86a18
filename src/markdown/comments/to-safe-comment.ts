import { asSafeHtml, type SafeHtml } from "../../lib/safe-html.ts";
import { sanitizeComment } from "./sanitize-comment.ts";
import { isCanonicalComment } from "./verify-comment.ts";

/** A stored comment as the page may show it: as it is when it was sanitized once, else sanitized now. */
export function toSafeComment(html: string): SafeHtml {
  return isCanonicalComment(html) ? asSafeHtml(html) : sanitizeComment(html);
}
