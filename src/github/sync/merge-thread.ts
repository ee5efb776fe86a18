import { copyAnchorOf } from "../../comments/copied-comment.ts";
import type { Comment, Discussion, Thread } from "../../comments/thread.ts";
import { walkComments, type Walked } from "../../comments/walk-comments.ts";
import { toStub } from "./to-comment.ts";

/** What a complete read of a discussion brought. */
export type FreshThread = {
  readonly post: string;
  readonly discussion: Discussion | null;
  readonly comments: readonly Comment[];
};

/** A comment of the new thread while it is put together; what was read and what is kept are each in their order. */
type Node = { readonly comment: Comment; readonly fresh: Node[]; readonly kept: Node[]; readonly replies: Comment[] };

/**
 * The thread as it is now: GitHub's comments as they were read, all others as they were. A comment of GitHub's that is
 * not among those read has lost author and text, and stays only where something that is kept answers it. The copy of a
 * comment that was written elsewhere is left out, because that one is kept: what was said to the copy answers it.
 */
export function mergeThread(old: Thread | undefined, fresh: FreshThread): Thread {
  const top = toNode({});
  const kept = new Map<Comment, Node>();
  const copied = new Map<string, Node>();
  const walked = walkComments(old?.comments ?? []);
  const copies = findCopies(fresh.comments);
  for (const { comment } of walked) {
    if (comment.source === "github") continue;
    const anchor = copyAnchorOf(comment);
    const node = toNode(refresh(comment, fresh, anchor === undefined ? undefined : copies.get(anchor)));
    kept.set(comment, node);
    if (anchor !== undefined && fresh.discussion) copied.set(anchor, node);
  }
  const read = placeFresh(fresh.comments, top, copied);
  const standing = new Map<Walked, Node>();
  for (const step of walked) {
    const node = kept.get(step.comment);
    if (node) placeOf(step.parent, { top, kept, read, standing }).kept.push(node);
  }
  finish(top, kept.values());
  return {
    post: fresh.post,
    discussion: fresh.discussion,
    comments: top.replies,
    ...(old?.pings && { pings: old.pings }),
  };
}

function findCopies(comments: readonly Comment[]): Map<string, Comment> {
  return new Map(walkComments(comments).map(({ comment }) => [comment.anchor, comment]));
}

/** Reactions and moderation of the copy are the comment's; of a discussion that is gone nothing is left. */
function refresh(comment: Comment, { discussion }: FreshThread, copy: Comment | undefined): Comment {
  const { reactions: _reactions, upvotes: _upvotes, status: _status, reason: _reason, ...words } = comment;
  if (discussion === null && copyAnchorOf(comment) !== undefined) {
    const { url: _url, ...own } = words;
    return { ...own, status: "visible" };
  }
  if (!copy || copy.status === "deleted") return comment;
  const { reactions, upvotes, status, reason } = copy;
  const said = { ...(reactions && { reactions }), ...(upvotes !== undefined && { upvotes }) };
  return { ...words, ...said, status, ...(reason !== undefined && { reason }) };
}

/** GitHub's comments in their places; by id, also the copies, for which the comment itself stands. */
function placeFresh(comments: readonly Comment[], top: Node, copied: ReadonlyMap<string, Node>): Map<string, Node> {
  const read = new Map<string, Node>();
  for (const { comment, parent } of walkComments(comments)) {
    const own = copied.get(comment.anchor);
    const node = own ?? toNode(comment);
    read.set(comment.id, node);
    if (!own) ((parent && read.get(parent.comment.id)) ?? top).fresh.push(node);
  }
  return read;
}

type Places = {
  readonly top: Node;
  readonly kept: ReadonlyMap<Comment, Node>;
  readonly read: ReadonlyMap<string, Node>;
  /** What is left of comments that were not read again. */
  readonly standing: Map<Walked, Node>;
};

/** What something that is kept stands beneath, made where it is gone. */
function placeOf(parent: Walked | undefined, places: Places): Node {
  const stubs: Node[] = [];
  let above = parent;
  let found: Node | undefined;
  while (above && !found) {
    const { comment } = above;
    found = places.kept.get(comment) ?? places.read.get(comment.id) ?? places.standing.get(above);
    if (found) break;
    const stub = toNode(toStub(comment, []));
    places.standing.set(above, stub);
    stubs.push(stub);
    above = above.parent;
  }
  let place = found ?? places.top;
  for (const stub of stubs.toReversed()) {
    place.kept.push(stub);
    place = stub;
  }
  return place;
}

function toNode(comment: Partial<Comment>): Node {
  const replies: Comment[] = [];
  return { comment: { ...nothing, ...comment, replies }, fresh: [], kept: [], replies };
}

const nothing: Comment = {
  id: "",
  source: "github",
  anchor: "",
  author: { name: "" },
  createdAt: "",
  html: "",
  status: "deleted",
  replies: [],
};

/**
 * Fills in the replies, from the deepest up: what was deleted stays for them alone. A file that was edited by hand may
 * have a comment beneath an answer to its own copy: nothing that is kept gets lost in such a circle.
 */
function finish(top: Node, kept: Iterable<Node>): void {
  const owners = new Map<Node, Node>([[top, top]]);
  const nodes = findBelow(top, owners);
  for (const lost of kept) {
    if (owners.has(lost)) continue;
    top.kept.push(lost);
    owners.set(lost, top);
    nodes.push(...findBelow(lost, owners));
  }
  for (const node of nodes.toReversed()) fill(node, owners);
}

/** The node and all below it that nobody has reached before, each after what it stands beneath. */
function findBelow(start: Node, owners: Map<Node, Node>): Node[] {
  const nodes = [start];
  for (const node of nodes) {
    for (const below of [...node.fresh, ...node.kept].filter((child) => !owners.has(child))) {
      owners.set(below, node);
      nodes.push(below);
    }
  }
  return nodes;
}

function fill(node: Node, owners: ReadonlyMap<Node, Node>): void {
  const toAlive = (list: readonly Node[]): Comment[] => {
    const own = list.filter((below) => owners.get(below) === node).map(({ comment }) => comment);
    return own.filter(
      ({ source, status, replies }) => source !== "github" || status !== "deleted" || replies.length > 0,
    );
  };
  for (const comment of join(toAlive(node.fresh), toAlive(node.kept))) node.replies.push(comment);
}

/** Two conversations as one, each in its own order, the earlier comment first. */
function* join(first: readonly Comment[], second: readonly Comment[]): Generator<Comment> {
  let next = 0;
  for (const comment of first) {
    const time = Date.parse(comment.createdAt);
    for (let other = second[next]; other && Date.parse(other.createdAt) <= time; other = second[++next]) yield other;
    yield comment;
  }
  yield* second.slice(next);
}
