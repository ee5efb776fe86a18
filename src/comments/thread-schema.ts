import { z } from "zod";
import { reservedIds } from "../content/reserved-ids.ts";
import { reactionNames } from "./thread.ts";

const text = z.string().refine((value) => value.trim() !== "");
const count = z.number().int().nonnegative();
const time = z.string().refine(isUtcTime);
const webAddress = z.string().refine(isWebAddress);

const author = z.object({
  name: z.string(),
  url: webAddress.optional(),
  avatar: z.string().refine(isCommentPath).optional(),
  isOwner: z.boolean().optional(),
});

const reactions = z.object(Object.fromEntries(reactionNames.map((name) => [name, count.optional()])));

/** One comment; its replies are read one by one, so that no depth of them overflows anything. */
export const commentSchema = z.object({
  id: text,
  source: z.enum(["github", "wordpress"]),
  anchor: z.string().refine(isAnchor),
  url: webAddress.optional(),
  author,
  createdAt: time,
  editedAt: time.optional(),
  html: z.string(),
  reactions: reactions.optional(),
  upvotes: count.optional(),
  status: z.enum(["visible", "minimized", "deleted"]),
  reason: text.optional(),
  replies: z.array(z.unknown()),
});

const discussion = z.object({ number: z.number().int().positive(), url: webAddress, locked: z.boolean() });

const ping = z.object({ id: text, title: text, url: webAddress, createdAt: time });

export const threadSchema = z.object({
  post: text,
  discussion: discussion.nullable(),
  comments: z.array(z.unknown()),
  pings: z.array(ping).optional(),
});

/** The keys of each object of the format. */
export const threadKeys = {
  thread: Object.keys(threadSchema.shape),
  discussion: Object.keys(discussion.shape),
  comment: Object.keys(commentSchema.shape),
  author: Object.keys(author.shape),
  reactions: reactionNames,
  ping: Object.keys(ping.shape),
} as const;

/** What a value must be, and how it is written. */
export type Expectation = { readonly must: string; readonly write: string };

const whole: Expectation = { must: "a whole number", write: "2" };
const truth: Expectation = { must: "`true` or `false`", write: "true" };
const moment: Expectation = { must: "a time in UTC", write: '"2026-03-01T09:00:00Z"' };

/** By key; a key means the same in whichever object it stands. */
export const expectations: Readonly<Record<string, Expectation>> = {
  post: { must: "the `id` of a post", write: '"my-post"' },
  discussion: { must: "an object or `null`", write: '{ "number": 1, "url": "https://…", "locked": false }' },
  comments: { must: "a list of comments", write: "[]" },
  pings: { must: "a list of pings", write: "[]" },
  replies: { must: "a list of comments", write: "[]" },
  id: { must: "some text", write: '"comment-123"' },
  source: { must: "`github` or `wordpress`", write: '"github"' },
  anchor: { must: "letters, digits, `_` and `-`, and no id of the page's own", write: '"comment-123"' },
  url: { must: "a web address", write: '"https://example.org/"' },
  author: { must: "an object", write: '{ "name": "Ada" }' },
  name: { must: "some text", write: '"Ada"' },
  avatar: { must: "a path below `comments/`", write: '"avatars/ada.png"' },
  isOwner: truth,
  locked: truth,
  createdAt: moment,
  editedAt: moment,
  html: { must: "some text", write: '"<p>…</p>"' },
  reactions: { must: "an object", write: '{ "THUMBS_UP": 2 }' },
  upvotes: whole,
  number: whole,
  status: { must: "`visible`, `minimized` or `deleted`", write: '"visible"' },
  reason: { must: "some text", write: '"off-topic"' },
  title: { must: "some text", write: '"A title"' },
  ...Object.fromEntries(reactionNames.map((name) => [name, whole])),
};

const timePattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]00:?00)$/;

function isUtcTime(value: string): boolean {
  if (!timePattern.test(value)) return false;
  const milliseconds = Date.parse(value);
  // `2026-02-30` would be taken for the second of March.
  return !Number.isNaN(milliseconds) && new Date(milliseconds).toISOString().slice(0, 10) === value.slice(0, 10);
}

function isWebAddress(value: string): boolean {
  return /^https?:\/\/[^\s\\]+$/i.test(value) && URL.canParse(value);
}

function isAnchor(value: string): boolean {
  return /^[\w-]+$/.test(value) && !reservedIds.includes(value);
}

/** A relative path without a way out: no `..`, no root, no drive, no scheme. */
export function isCommentPath(value: string): boolean {
  return !/[\\:?#\p{Cc}]/u.test(value) && value.split("/").every((step) => !/^\.{0,2}$/.test(step.trim()));
}
