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

/** A thread as the page shows it: GitHub's comments apart, because the live conversation stands in for them. */
export type ShownThread = { readonly wordpress: readonly HungComment[]; readonly github: readonly HungComment[] };

export function toShownThread({ comments }: EntryThread): ShownThread {
  const hung = hangComments(comments);
  return {
    wordpress: hung.filter(({ comment }) => comment.source === "wordpress"),
    github: hung.filter(({ comment }) => comment.source === "github"),
  };
}
