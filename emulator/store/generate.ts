import { createHash } from "node:crypto";
import { reactionContents, type Reactions, type StoredComment, type StoredDiscussion } from "./model.ts";

/** A big blog's worth of conversation, made when it is asked for and forgotten again. */
export type Scale = {
  readonly discussions: number;
  /** On the average; the sum is exact over each ten discussions when it is even. */
  readonly comments: number;
  /** The post that the n-th discussion is about, by id. */
  readonly post?: (number: number) => string;
};

// Of ten threads one is long, some are short and two are empty; the sum is ten.
const shares = [4, 2, 1, 1, 0.5, 0.5, 0.5, 0.5, 0, 0];

const toGeneratedPost = (number: number): string => `post-${number}`;

export function countGenerated({ comments }: Scale, number: number): number {
  return Math.floor(comments * (shares[(number - 1) % shares.length] ?? 0));
}

/** The same discussion for the same number, always; its comments are made anew at each look. */
export function generateDiscussion(scale: Scale, number: number, categoryId: string): StoredDiscussion {
  const post = (scale.post ?? toGeneratedPost)(number);
  const count = countGenerated(scale, number);
  const at = (minutes: number) => toTime(number * 60 + minutes);
  return {
    number,
    title: `posts/${post}`,
    body: `# ${post}\n\n<!-- sha1: ${createHash("sha1").update(`posts/${post}`).digest("hex")} -->`,
    author: "giscus[bot]",
    categoryId,
    createdAt: at(0),
    updatedAt: at(count),
    locked: number % 50 === 7,
    closed: false,
    reactions: toReactions(number),
    upvotes: [],
    lastSerial: count,
    get comments() {
      return generateComments(number, count, at);
    },
  };
}

// Every second long thread is one comment with most of the others beneath it: both levels need a second page.
function generateComments(number: number, count: number, at: (minutes: number) => string): StoredComment[] {
  const isReplyHeavy = number % 20 === 1;
  const comments: StoredComment[] = [];
  for (let serial = 1; serial <= count; serial++) {
    const first = comments[0];
    const last = comments.at(-1);
    const comment = generateComment(number, serial, at(serial));
    if (isReplyHeavy && first && serial % 5 > 1) first.replies.push(comment);
    else if (!isReplyHeavy && count < 200 && last && serial % 4 === 0) last.replies.push(comment);
    else comments.push(comment);
  }
  return comments;
}

function generateComment(number: number, serial: number, createdAt: string): StoredComment {
  const seed = number * 31 + serial;
  const words = "A spoon, a saucer and the second cup of the day.".split(" ");
  return {
    serial,
    author: seed % 97 === 0 ? null : `reader-${seed % 40}`,
    body: `Comment ${serial} of ${number}: **${words[seed % words.length] ?? ""}** ${words.slice(seed % 5).join(" ")}`,
    createdAt,
    updatedAt: createdAt,
    ...(seed % 13 === 0 && { lastEditedAt: createdAt }),
    ...(seed % 41 === 0 && { minimizedReason: "off-topic" }),
    reactions: toReactions(seed),
    upvotes: seed % 5 === 0 ? ["reader-1", "reader-2"] : [],
    replies: [],
  };
}

function toReactions(seed: number): Reactions {
  const content = reactionContents[seed % 24];
  return content ? { [content]: Array.from({ length: 1 + (seed % 3) }, (_, index) => `reader-${index}`) } : {};
}

const beginning = Date.UTC(2020, 0, 1);

function toTime(minutes: number): string {
  return new Date(beginning + minutes * 60_000).toISOString().replace(".000Z", "Z");
}
