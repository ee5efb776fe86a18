import type { Comment } from "../../../comments/thread.ts";
import type { Finding } from "../../finding.ts";
import { arrangeComments, type Place, type Placed } from "./arrange-comments.ts";
import { toCommentAuthor } from "./comment-author.ts";
import type { CommentContext } from "./comment-context.ts";
import { toCommentHtml } from "./comment-html.ts";
import { toUtc } from "./comment-time.ts";
import { toFinding, type ReadComment } from "./read-comments.ts";

export type Standing = { readonly parent?: string; readonly depth: number; readonly isOrphan?: true };

export type Tree = {
  readonly comments: readonly Comment[];
  readonly places: ReadonlyMap<ReadComment, Standing>;
  readonly findings: readonly Finding[];
};

/** `replies` are the comment's, while they are gathered. */
type Node = { readonly comment: Comment; readonly replies: Comment[] };

/** The shown comments with their replies, at any depth; all lists in reading order. */
export function growTree(comments: readonly ReadComment[], context: CommentContext): Tree {
  const findings: Finding[] = [];
  const roots: Comment[] = [];
  const shown = comments.filter(({ fate }) => fate.kind === "comment");
  const nodes = new Map(shown.map((read) => [read, toNode(read, context, findings)]));
  const arranged = arrangeComments(comments.map(toPlaced));
  const parents = new Map<ReadComment, ReadComment>();
  const orphans = new Set<ReadComment>();
  for (const [{ read }, { parent, moved }] of arranged) {
    const node = nodes.get(read);
    const above = parent && nodes.get(parent.read);
    if (node) (above?.replies ?? roots).push(node.comment);
    if (parent) parents.set(read, parent.read);
    if (moved === "missing") orphans.add(read);
    if (moved) findings.push(toMoved(read, moved, parent?.read));
  }
  const depths = measure(shown, parents);
  const toStanding = (read: ReadComment): Standing => {
    const parent = parents.get(read)?.source.id;
    const depth = depths.get(read) ?? 0;
    return { ...(parent !== undefined && { parent }), depth, ...(orphans.has(read) && { isOrphan: true }) };
  };
  return { comments: roots, places: new Map(shown.map((read) => [read, toStanding(read)])), findings };
}

type Standee = Placed & { readonly read: ReadComment };

function toPlaced(read: ReadComment): Standee {
  const { id } = read.source;
  const parent = read.source.parent.trim();
  const isAnswer = parent !== "" && !/^0+$/.test(parent);
  return { read, id, parent: isAnswer ? parent : undefined, isShown: read.fate.kind === "comment" };
}

function toNode(read: ReadComment, context: CommentContext, findings: Finding[]): Node {
  const { source, key, time } = read;
  const { author, lost } = toCommentAuthor(source, context);
  const { html, losses } = toCommentHtml(source.content, context);
  const where = `In comment ${key}.`;
  for (const { found, note } of lost)
    findings.push({ kind: "comment", found, outcome: "dropped", note: `${note} ${where}` });
  for (const { note, ...loss } of losses) findings.push({ kind: "comment", ...loss, note: `${note} ${where}` });
  const replies: Comment[] = [];
  const anchor = `comment-${key}`;
  const comment: Comment = {
    id: anchor,
    source: "wordpress",
    anchor,
    author,
    createdAt: toUtc(time),
    html,
    status: "visible",
    replies,
  };
  return { comment, replies };
}

function toMoved({ source }: ReadComment, moved: NonNullable<Place<Standee>["moved"]>, parent?: ReadComment): Finding {
  const { parent: answered } = source;
  const where = parent ? `to comment ${parent.source.id}` : "to the post itself";
  const why = {
    missing: `It answers comment ${answered.slice(0, 20)}, which is not among those of its post`,
    hidden: `It answers comment ${answered.slice(0, 20)}, which is not shown`,
    circle: "It answers a comment that answers it",
  }[moved];
  return toFinding(source, "moved", `${why}; it stands as an answer ${where}.`);
}

/** How many comments each stands below; a chain of answers is followed once. */
function measure(comments: readonly ReadComment[], parents: ReadonlyMap<ReadComment, ReadComment>) {
  const depths = new Map<ReadComment, number>();
  for (const start of comments) {
    const path: ReadComment[] = [];
    let step: ReadComment | undefined = start;
    while (step && !depths.has(step)) {
      path.push(step);
      step = parents.get(step);
    }
    let depth = step ? (depths.get(step) ?? 0) : -1;
    for (const below of path.toReversed()) depths.set(below, (depth += 1));
  }
  return depths;
}
