import type { Thread } from "../comments/thread.ts";
import { walkComments } from "../comments/walk-comments.ts";
import { decodePath } from "../lib/permalink.ts";
import type { Problem } from "../lib/problem.ts";
import { show } from "../lib/show.ts";

/** Whether the site answers a path, given without the base path. */
export type Answers = (path: string) => boolean;

type Place = { readonly origin: string; readonly basePath: string };

/** Links of comments to pages of this blog that are not there; `locate` finds a text in the file. */
export function checkThreadLinks(
  file: string,
  { comments }: Thread,
  { origin, basePath }: Place,
  answers: Answers,
  locate: (text: string) => { readonly line: number; readonly column: number },
): Problem[] {
  const links = new Set(walkComments(comments).flatMap(({ comment }) => findLinks(comment.html)));
  return [...links].flatMap((href) => {
    const address = href.replaceAll("&amp;", "&");
    const path = toOwnPath(address, origin, basePath);
    if (path === undefined || answers(path)) return [];
    const message = `a comment links to no page of this blog (found ${show(address)})`;
    const remedy = "Add the address to the `aliases` of the post that it meant.";
    return { id: "thread-link", severity: "warning", file, ...locate(href), message, remedy };
  });
}

function findLinks(html: string): string[] {
  return [...html.matchAll(/<a\s[^>]*?\bhref="([^"]*)"/g)].map(([, href = ""]) => href);
}

function toOwnPath(href: string, origin: string, basePath: string): string | undefined {
  if (!URL.canParse(href, origin) || href.startsWith("#")) return undefined;
  const url = new URL(href, origin);
  if (url.origin !== origin || !url.pathname.startsWith(`${basePath}/`)) return undefined;
  return decodePath(url.pathname.slice(basePath.length));
}
