import type { Permalink } from "../lib/permalink.ts";

/**
 * A feed reader knows an entry by its id alone: a changed one shows old posts as new to every subscriber. So an id is
 * made of nothing that may change. Not the title; not the address, which follows the permalink pattern and the
 * domain; only the post's `id`, which is its identity for ever, and `site.feedId`, which the owner keeps through a
 * move. A tag URI (RFC 4151) is the scheme that names something without pretending to be an address. Its year only
 * says when the name was held; it is a constant, because one that moved would change every id.
 */
export function toEntryId(feedId: string, postId: string): string {
  return toTagUri(feedId, `posts/${postId}`);
}

/** A comment is known by the post that it was written about and its own id, never by its place or its address. */
export function toCommentId(feedId: string, postId: string, commentId: string): string {
  return toTagUri(feedId, `comments/${postId}/${commentId}`);
}

/** A feed is known by its path, which is what tells it from the blog's other feeds: `tag:…:feeds/tags/tea/`. */
export function toFeedId(feedId: string, list: Permalink): string {
  return toTagUri(feedId, `feeds${list}`);
}

const heldSince = "2026";

/** `feedId` may carry a path, so that two blogs on one host, `a.example/x` and `a.example/y`, stay apart. */
function toTagUri(feedId: string, name: string): string {
  const [authority = "", ...folders] = feedId.split("/").filter(Boolean);
  const specific = [...folders, ...name.split("/")].map(encodeURIComponent).join("/");
  return `tag:${encodeURIComponent(authority)},${heldSince}:${specific}`;
}
