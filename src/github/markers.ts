import { createHash } from "node:crypto";

/** What giscus looks for when it does not know the number: ASCII or not, it is never a URL (facts/giscus.md). */
export function toTerm(postId: string): string {
  return `posts/${postId}`;
}

/** giscus's strict mode finds a discussion by this in its body: hex, lower case, of the UTF-8 bytes. */
export function toSha1(term: string): string {
  return createHash("sha1").update(term, "utf8").digest("hex");
}

/** What a discussion's body says about the post that it belongs to. */
export type Markers = { readonly blogId?: string; readonly hashes: readonly string[] };

export function readMarkers(body: string): Markers {
  const blogId = /<!--\s*blog-id:\s*(\S+)\s*-->/.exec(body)?.[1];
  const hashes = [...body.matchAll(/<!--\s*sha1:\s*([0-9a-f]{40})\s*-->/gi)].map(([, hash = ""]) => hash.toLowerCase());
  return { hashes, ...(blogId !== undefined && { blogId: blogId.normalize("NFC") }) };
}

export type DiscussionSource = { readonly id: string; readonly url: string; readonly excerpt: string };

/** The body of a discussion that we make: for people first, then for giscus, then for us. */
export function toDiscussionBody({ id, url, excerpt }: DiscussionSource): string {
  // An excerpt that holds a comment mark of its own must not speak for another post.
  const words = excerpt.replace(/<!--/g, "&lt;!--").trim();
  const parts = [words, url, `<!-- sha1: ${toSha1(toTerm(id))} -->\n<!-- blog-id: ${id} -->`];
  return parts.filter((part) => part !== "").join("\n\n");
}

/** What stands at the end of a comment that was copied from elsewhere, for us alone. */
export function toCopyMark(anchor: string): string {
  return `<!-- klatsch-copy: ${anchor} -->`;
}

/** The anchor of the comment that a body is the copy of. A mark in the middle is somebody's words. */
export function readCopyMark(body: string): string | undefined {
  return /(?:^|\n)<!-- klatsch-copy: ([\w-]+) -->\s*$/.exec(body.slice(-1000))?.[1];
}
