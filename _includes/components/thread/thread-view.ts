import { isOnGithub } from "../../../src/comments/copied-comment.ts";
import type { EntryThread } from "../../../src/comments/entry-thread.ts";
import { hangComments, type HungComment } from "../../../src/comments/hang-comments.ts";
import type { Page, Post } from "../../../src/content/post.ts";
import type { PageContext } from "../../../src/content/page-context.ts";
import type { LanguageAttributes } from "../../strings/language.ts";
import type { Strings } from "../../strings/strings.ts";

/** What every part of a thread needs besides its comment. */
export type ThreadView = {
  readonly entry: Post | Page;
  readonly context: PageContext;
  readonly strings: Strings;
  /** On words of the interface: what readers wrote is taken to be in the language of the post. */
  readonly language: LanguageAttributes;
};

/** A thread as the page shows it: what GitHub has apart, copies too, because the live conversation stands in for it. */
export type ShownThread = { readonly wordpress: readonly HungComment[]; readonly github: readonly HungComment[] };

export function toShownThread({ comments }: EntryThread): ShownThread {
  const hung = hangComments(comments);
  return {
    wordpress: hung.filter(({ comment }) => !isOnGithub(comment)),
    github: hung.filter(({ comment }) => isOnGithub(comment)),
  };
}
