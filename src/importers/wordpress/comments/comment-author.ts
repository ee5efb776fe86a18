import type { CommentAuthor } from "../../../comments/thread.ts";
import { toCommentLink } from "../../../markdown/comments/comment-url.ts";
import { toCommentText } from "../../../markdown/comments/plain-comment.ts";
import type { WxrComment } from "../wxr.ts";
import type { CommentContext } from "./comment-context.ts";
import { maskAddresses } from "./mask-addresses.ts";

/** `lost`: what of the author is not written, as a sentence each. */
export type ReadAuthor = {
  readonly author: CommentAuthor;
  readonly lost: readonly { readonly found: string; readonly note: string }[];
};

/** Names are an attribute's length in WordPress; what is longer is no name. */
const longest = 200;

/** Who wrote a comment: the name in plain words, empty where there is none, for which each page has a word. */
export function toCommentAuthor(comment: WxrComment, { isAuthor }: CommentContext): ReadAuthor {
  const name = toPlainName(comment.author);
  const url = toWebAddress(comment.authorUrl);
  const isOwner = /^0*[1-9]\d*$/.test(comment.userId) && isAuthor?.(comment.userId, comment.author) === true;
  const lost = [
    ...(name.isMasked ? [{ found: "author", note: "The name held an address, which is not shown." }] : []),
    ...(url === undefined && !isEmptyAddress(comment.authorUrl)
      ? [{ found: toShort(comment.authorUrl), note: "The author's address is no web address that may be linked." }]
      : []),
  ];
  return { author: { name: name.text, ...(url !== undefined && { url }), ...(isOwner && { isOwner }) }, lost };
}

export type PlainName = { readonly text: string; readonly isMasked: boolean };

/** One line without tags, entities and control characters; an e-mail or an IP address in it is not readable any more. */
export function toPlainName(name: string): PlainName {
  const text = toCommentText(name.slice(0, 10 * longest), longest);
  const masked = maskAddresses(text);
  const isWord = /[^\p{Z}\p{C}\p{M}…]/u.test(masked);
  return { text: isWord ? masked : "", isMasked: masked !== text };
}

/** A full web address in the one form that is stored; one without a scheme is taken as WordPress takes it. */
export function toWebAddress(text: string): string | undefined {
  const address = text.trim();
  if (isEmptyAddress(address) || hasMail(address)) return undefined;
  const full = /^[a-z][a-z\d+.-]*:/i.test(address) ? address : `http://${address.replace(/^\/\//, "")}`;
  const url = /^https?:/i.test(full) ? toCommentLink(full) : undefined;
  return url !== undefined && new URL(url).hostname.includes(".") ? url : undefined;
}

/** WordPress fills the field with a scheme alone. */
function isEmptyAddress(address: string): boolean {
  return /^\s*(?:https?:?\/{0,2})?\s*$/i.test(address);
}

function hasMail(address: string): boolean {
  return /@[^\s@/?#]{1,190}\.[^\s@]/.test(address.slice(0, 4096).replace(/%40/gi, "@"));
}

function toShort(text: string): string {
  return hasMail(text) ? "author's address" : text.replace(/\s+/g, " ").slice(0, 80);
}
