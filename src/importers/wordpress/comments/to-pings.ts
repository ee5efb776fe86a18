import type { Ping } from "../../../comments/thread.ts";
import type { Finding } from "../../finding.ts";
import { toPlainName, toWebAddress } from "./comment-author.ts";
import type { CommentContext } from "./comment-context.ts";
import { createResolver } from "./comment-html.ts";
import { toUtc } from "./comment-time.ts";
import { toFinding, type ReadComment } from "./read-comments.ts";

export type Pings = {
  readonly pings: readonly Ping[];
  readonly findings: readonly Finding[];
  /** Whether it is among them. */
  readonly hasPing: (comment: ReadComment) => boolean;
};

/** Other blogs that linked here, oldest first: title and address. One without an address that may be linked is none. */
export function toPings(comments: readonly ReadComment[], context: CommentContext): Pings {
  const resolve = createResolver(context);
  const pings = new Map<ReadComment, Ping>();
  const findings: Finding[] = [];
  for (const comment of comments) {
    if (comment.fate.kind !== "ping") continue;
    const { source, key, time } = comment;
    const address = toWebAddress(source.authorUrl);
    if (address === undefined) {
      findings.push(toFinding(source, "dropped", "It links from no web address that may be shown."));
      continue;
    }
    const url = resolve(address) ?? address;
    const title = toPlainName(source.author).text || new URL(url).host;
    pings.set(comment, { id: `comment-${key}`, title, url, createdAt: toUtc(time) });
  }
  const excerpts = [...pings.keys()].filter(({ source }) => source.content.trim() !== "").length;
  if (excerpts > 0) {
    const found = excerpts === 1 ? "1 ping" : `${excerpts} pings`;
    const note = "Title and address are shown, the excerpt that came with them is not.";
    findings.push({ kind: "comment", found, outcome: "changed", note });
  }
  return { pings: [...pings.values()], findings, hasPing: (comment) => pings.has(comment) };
}
