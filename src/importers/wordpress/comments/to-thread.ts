import type { Thread } from "../../../comments/thread.ts";
import type { Finding } from "../../finding.ts";
import type { CommentRow } from "../../import-source.ts";
import type { WxrComment } from "../wxr.ts";
import type { CommentContext } from "./comment-context.ts";
import { growTree } from "./grow-tree.ts";
import { readComments } from "./read-comments.ts";
import { toPings } from "./to-pings.ts";

export type ImportedThread = {
  /** Undefined: nobody has said anything that is shown. */
  readonly thread?: Thread;
  /** One for each comment that came in, in their order. */
  readonly rows: readonly CommentRow[];
  readonly findings: readonly Finding[];
};

/** The conversation of one post or page, whole and in order, out of what an export has in any order. */
export function toThread(entryId: string, comments: readonly WxrComment[], context: CommentContext): ImportedThread {
  const read = readComments(comments, context);
  const tree = growTree(read.comments, context);
  const pinged = toPings(read.comments, context);
  const rows = read.comments
    .toSorted((a, b) => a.index - b.index)
    .map((item): CommentRow => {
      const { id, type, approved } = item.source;
      const known = { id, type, approved };
      if (item.fate.kind === "dropped") return { ...known, outcome: "dropped", reason: item.fate.reason };
      if (item.fate.kind === "comment") {
        return { ...known, outcome: "shown", thread: entryId, ...(tree.places.get(item) ?? { depth: 0 }) };
      }
      return pinged.hasPing(item)
        ? { ...known, outcome: "ping", thread: entryId, depth: 0 }
        : { ...known, outcome: "dropped", reason: "it names no web address" };
    });
  const findings = [...read.findings, ...tree.findings, ...pinged.findings];
  if (tree.comments.length === 0 && pinged.pings.length === 0) return { rows, findings };
  const pings = pinged.pings.length > 0 ? { pings: pinged.pings } : {};
  return { thread: { post: entryId, discussion: null, comments: tree.comments, ...pings }, rows, findings };
}
