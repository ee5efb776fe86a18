import type { Finding } from "../../finding.ts";
import type { WxrComment } from "../wxr.ts";
import type { CommentContext } from "./comment-context.ts";
import { toCommentFate, type CommentFate } from "./comment-fate.ts";
import { toCommentTime } from "./comment-time.ts";
import { compareIds } from "./compare-ids.ts";

export type ReadComment = {
  readonly source: WxrComment;
  /** Its place in the export. */
  readonly index: number;
  /** `12`; unique among all comments of the post, and fit for an anchor. */
  readonly key: string;
  readonly fate: CommentFate;
  /** Milliseconds since 1970. */
  readonly time: number;
};

type Draft = Omit<ReadComment, "key" | "time"> & { readonly time: number | undefined };
type Timed = Omit<ReadComment, "key">;

/** What each comment is, and in which order they were written: by time, then by number. */
export function readComments(comments: readonly WxrComment[], context: CommentContext) {
  const drafts = comments.map((source, index) => ({
    source,
    index,
    fate: toCommentFate(source),
    time: toCommentTime(source, context.offsetOf),
  }));
  const timed = fillTimes(drafts).toSorted(inReadingOrder);
  const single = dropCopies(timed);
  const keyed = giveKeys(single);
  return { comments: keyed, findings: [...findTimeless(drafts), ...findRenamed(keyed), ...findUncertain(keyed)] };
}

function inReadingOrder(a: Timed, b: Timed): number {
  const byText = a.source.content < b.source.content ? -1 : Number(a.source.content > b.source.content);
  return a.time - b.time || compareIds(a.source.id, b.source.id) || byText || a.index - b.index;
}

/** Numbers are given in the order of writing: what has no time was written after what has the number before. */
function fillTimes(drafts: readonly Draft[]): Timed[] {
  const byId = drafts.toSorted((a, b) => compareIds(a.source.id, b.source.id) || a.index - b.index);
  let last = byId.find(({ time }) => time !== undefined)?.time ?? 0;
  return byId.map((draft) => ({ ...draft, time: (last = draft.time ?? last) }));
}

function findTimeless(drafts: readonly Draft[]): Finding[] {
  const note = "It has no time; it stands after the comment with the number before.";
  return drafts.flatMap(({ source, fate, time }) => {
    return time === undefined && fate.kind !== "dropped" ? [toFinding(source, "changed", note)] : [];
  });
}

/** What an export has twice, word for word, is one comment. */
function dropCopies(comments: readonly Timed[]): Timed[] {
  const first = new Map<string, WxrComment[]>();
  return comments.map((comment) => {
    const { source, fate } = comment;
    const known = first.get(source.id);
    if (!known) first.set(source.id, [source]);
    else if (known.some((other) => isCopy(source, other))) {
      return fate.kind === "dropped" ? comment : { ...comment, fate: { kind: "dropped", reason: "it came in twice" } };
    } else if (known.length < mostVariants) known.push(source);
    return comment;
  });
}

/** Of so many different comments with one number a copy is looked for. */
const mostVariants = 8;

function isCopy(a: WxrComment, b: WxrComment): boolean {
  const keys = ["author", "content", "date", "dateGmt", "type", "approved", "parent", "authorUrl"] as const;
  return keys.every((key) => a[key] === b[key]);
}

/** The number itself for the first that is shown with it. */
function giveKeys(comments: readonly Timed[]): ReadComment[] {
  const keys = new Map<Timed, string>();
  const used = new Set<string>();
  const counts = new Map<string, number>();
  const [dropped, kept] = [comments.filter(isDropped), comments.filter((comment) => !isDropped(comment))];
  for (const comment of [...kept, ...dropped]) {
    const base = toKey(comment.source.id);
    let count = counts.get(base) ?? 0;
    let key: string;
    do {
      count += 1;
      key = count === 1 ? base : `${base}-${count}`;
    } while (used.has(key));
    counts.set(base, count);
    used.add(key);
    keys.set(comment, key);
  }
  return comments.map((comment) => ({ ...comment, key: keys.get(comment) ?? "" }));
}

function isDropped({ fate }: Timed): boolean {
  return fate.kind === "dropped";
}

function toKey(id: string): string {
  if (/^\d{1,20}$/.test(id)) return id;
  return id.replace(/[^\w-]+/g, "-").slice(0, 40) || "unnumbered";
}

function findRenamed(comments: readonly ReadComment[]): Finding[] {
  return comments.flatMap(({ source, key, fate }) => {
    if (key === source.id || fate.kind === "dropped") return [];
    const why = /^\d{1,20}$/.test(source.id) ? "Another comment has the same number" : "Its id is no number";
    return [toFinding(source, "changed", `${why}: its address ends with #comment-${key}.`)];
  });
}

function findUncertain(comments: readonly ReadComment[]): Finding[] {
  return comments.flatMap(({ source, fate }) => {
    if (fate.kind !== "dropped" || !fate.isUncertain) return [];
    return [toFinding(source, "dropped", `Not shown: ${fate.reason}. It is kept in the export only.`)];
  });
}

export function toFinding({ id }: WxrComment, outcome: Finding["outcome"], note: string): Finding {
  const name = id.replace(/\s+/g, " ").slice(0, 40);
  return { kind: "comment", found: `comment ${name === "" ? "without id" : name}`, outcome, note };
}
