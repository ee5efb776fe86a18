import type { Thread } from "../comments/thread.ts";
import { walkComments } from "../comments/walk-comments.ts";
import type { Position } from "../content/yaml-locator.ts";
import type { BaseUrl } from "../lib/permalink.ts";
import type { Problem } from "../lib/problem.ts";
import { show } from "../lib/show.ts";
import { toOwnAddress, type Answers } from "./own-address.ts";
import { findMissingPlace, type IdsOf } from "./place-ids.ts";

export type ThreadLinks = {
  /** As problems name it. */
  readonly file: string;
  readonly thread: Thread;
  /** Where an address, as it stands in HTML, is in the file. */
  readonly locate: (href: string) => Position;
};

/** Links of comments to pages, or places on pages, of this blog that are not there. */
export function checkThreadLinks(
  { file, thread, locate }: ThreadLinks,
  base: BaseUrl,
  answers: Answers,
  idsOf: IdsOf,
): Problem[] {
  return findLinks(thread).flatMap((href) => {
    const address = toOwnAddress(toWritten(href), base);
    if (!address) return [];
    const problem = { id: "thread-link", severity: "warning", file } as const;
    const found = `(found ${show(toWritten(href))})`;
    if (!answers(address.path)) {
      const message = `a comment links to no page of this blog ${found}`;
      const remedy = "Add the address to the `aliases` of the post that it meant.";
      return { ...problem, ...locate(href), message, remedy };
    }
    if (!findMissingPlace(address, idsOf)) return [];
    const message = `a comment links to a place that is not on its page ${found}`;
    const remedy = "Give a heading of that page the id again, or leave it: the link leads to the page's top.";
    return { ...problem, ...locate(href), message, remedy };
  });
}

/** Each address once, as it stands in the HTML. */
function findLinks({ comments }: Thread): string[] {
  const texts = walkComments(comments).map(({ comment }) => comment.html);
  return [
    ...new Set(texts.flatMap((html) => [...html.matchAll(/<a\s[^>]*?\bhref="([^"]*)"/g)].map(([, href = ""]) => href))),
  ];
}

function toWritten(href: string): string {
  return href.replaceAll("&amp;", "&");
}
