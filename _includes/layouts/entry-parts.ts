import { walkComments } from "../../src/comments/walk-comments.ts";
import type { PageContext } from "../../src/content/page-context.ts";
import type { Page, Post } from "../../src/content/post.ts";
import { findParts } from "../../src/lib/find-parts.ts";
import type { Part } from "../../src/markdown/rendered.ts";
import { toContents } from "../components/contents-of.ts";

/** What a text, the list of its contents and the conversation beneath it have in them. */
export function toEntryParts(entry: Post | Page, { contentOf, threadOf, bodyOf }: PageContext): Part[] {
  const said = walkComments(threadOf(entry)?.comments ?? []).flatMap(({ comment }) => findParts(bodyOf(comment)));
  const rendered = contentOf(entry);
  const contents: Part[] = toContents(entry.toc, rendered).length > 0 ? ["contents"] : [];
  return [...new Set([...rendered.parts, ...contents, ...said])];
}
