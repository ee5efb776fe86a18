import { maxLength } from "../../../markdown/comments/comment-tags.ts";
import { toCommentLink } from "../../../markdown/comments/comment-url.ts";
import { sanitizeComment } from "../../../markdown/comments/sanitize-comment.ts";
import { readHtml } from "../../../markdown/html/read-html.ts";
import type { SafeHtml } from "../../../lib/safe-html.ts";
import type { CommentContext } from "./comment-context.ts";
import { CommentLosses, type CommentLoss } from "./comment-losses.ts";
import { CommentParagraphs, type ResolveAddress } from "./comment-paragraphs.ts";

export type ConvertedText = { readonly html: SafeHtml; readonly losses: readonly CommentLoss[] };

/** A comment's text as the old blog showed it, in the form in which our own sanitizer leaves it. */
export function toCommentHtml(text: string, context: CommentContext): ConvertedText {
  const losses = new CommentLosses();
  const reader = new CommentParagraphs(createResolver(context), losses);
  readHtml(text.slice(0, maxLength), reader);
  const written = reader.finish();
  if (text.length > maxLength || written.length > maxLength) {
    losses.add({ found: `${text.length} characters`, outcome: "dropped", note: "The end is cut off: it is too long." });
  }
  return { html: sanitizeComment(written), losses: losses.all() };
}

/** A comment holds full addresses alone: what `linkOf` names by its path lies in the new blog. */
export function createResolver({ linkOf, site, url }: CommentContext): ResolveAddress {
  return (href) => {
    const address = href.trim();
    if (address === "") return undefined;
    if (/^(?!https?:)[a-z][a-z\d+.-]*:/i.test(address)) return toCommentLink(address);
    if (address.startsWith("#")) return url === undefined ? undefined : toCommentLink(url + address);
    const target = linkOf(address) || address;
    if (/^\/(?!\/)/.test(target))
      return site ? toCommentLink(site.origin + site.basePath + target) : toCommentLink(address);
    return toCommentLink(target.startsWith("//") ? `https:${target}` : target) ?? toCommentLink(address);
  };
}
