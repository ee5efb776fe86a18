import type { z } from "zod";
import { findUnknownKeys, problemAt } from "../content/issues.ts";
import { parseJson, type JsonSource } from "../content/json-source.ts";
import type { SourceFile } from "../content/source-file.ts";
import { isError, type Problem } from "../lib/problem.ts";
import { show } from "../lib/show.ts";
import { findMissingPictures, type CommentMedia } from "./missing-pictures.ts";
import { commentSchema, expectations, threadKeys, threadSchema } from "./thread-schema.ts";
import type { Comment, Thread } from "./thread.ts";

/** `thread` is there when nothing is wrong with the file but what is a warning. */
export type ParsedThread = { readonly thread?: Thread; readonly problems: readonly Problem[] };

type Path = readonly (string | number)[];

/** A comment that is still to be read, and the list that it goes to. */
type Unread = {
  readonly value: unknown;
  readonly into: Comment[];
  readonly index: number;
  /** The comment that it answers. */
  readonly parent?: Unread;
};

/** Reads one file of `comments/`; every wrong key is a problem at its line, and so is a picture that `media` lacks. */
export function parseThread(source: SourceFile, media?: CommentMedia): ParsedThread {
  const json = parseJson(source);
  if (json.problems.length > 0) return { problems: json.problems };
  const { data, error } = threadSchema.safeParse(json.data);
  const problems = [...(error ? toProblems(error, json, []) : []), ...findUnknown(json.data, json)];
  const { comments, unread } = readComments(json.data.comments, json, problems);
  if (media) problems.push(...unread.flatMap((job) => missingPictures(job, media, json)));
  if (data) problems.push(...findWrongName(data.post, source.path, json), ...findDoubles(unread, json));
  if (!data || problems.some(isError)) return { problems };
  const { post, discussion, pings } = data;
  return { thread: { post, discussion, comments, ...(pings && { pings }) }, problems };
}

/** Level by level, without recursion: a file may be nested deeper than any stack. */
function readComments(value: unknown, json: JsonSource, problems: Problem[]) {
  const comments: Comment[] = [];
  const unread: Unread[] = toList(value).map((item, index) => ({ value: item, into: comments, index }));
  for (const job of unread) {
    const { data, error } = commentSchema.safeParse(job.value);
    if (error) problems.push(...toProblems(error, json, toPath(job)));
    problems.push(...findUnknownOfComment(job, json));
    const replies: Comment[] = [];
    if (data) job.into.push({ ...data, replies });
    const items = isObject(job.value) ? toList(job.value.replies) : [];
    for (const [index, item] of items.entries()) unread.push({ value: item, into: replies, index, parent: job });
  }
  return { comments, unread };
}

function missingPictures(job: Unread, media: CommentMedia, { file, locate }: JsonSource): Problem[] {
  if (!isObject(job.value)) return [];
  return findMissingPictures(job.value, media).map(({ path, ...problem }) => {
    return problemAt({ ...problem, file }, locate, [...toPath(job), ...path]);
  });
}

function toPath(job: Unread): Path {
  const steps: (string | number)[] = [];
  for (let at: Unread | undefined = job; at; at = at.parent) steps.push(at.index, at.parent ? "replies" : "comments");
  return steps.toReversed();
}

function toProblems(error: z.ZodError, { file, data, locate }: JsonSource, above: Path): Problem[] {
  return error.issues.map((issue) => {
    const path = [...above, ...issue.path.map((step) => (typeof step === "number" ? step : String(step)))];
    const found = path.reduce<unknown>((value, step) => (isObject(value) ? value[step] : undefined), data);
    const name = path.findLast((step) => typeof step === "string") ?? "";
    const isItem = typeof path.at(-1) === "number";
    const { must, write } = isItem ? item : (expectations[name] ?? item);
    const known = { id: "thread", severity: "error", file } as const;
    if (found === undefined) {
      const remedy = `Write \`"${name}": ${write}\`.`;
      return problemAt({ ...known, message: `\`${name}\` is missing`, remedy }, locate, path);
    }
    const remedy = isItem ? `Write \`${write}\`.` : `Write \`"${name}": ${write}\`.`;
    const message = `${isItem ? `an entry of \`${name}\`` : `\`${name}\``} must be ${must} (found ${show(found)})`;
    return problemAt({ ...known, message, remedy }, locate, path);
  });
}

const item = { must: "an object", write: '{ "id": "comment-123", … }' };

function findUnknown(data: JsonSource["data"], json: JsonSource): Problem[] {
  const pings = toList(data.pings).flatMap((ping, index) => unknownKeys(ping, "ping", ["pings", index], json));
  const { discussion } = data;
  return [
    ...unknownKeys(data, "thread", [], json),
    ...unknownKeys(discussion, "discussion", ["discussion"], json),
    ...pings,
  ];
}

function findUnknownOfComment(job: Unread, json: JsonSource): Problem[] {
  const { value } = job;
  if (!isObject(value)) return [];
  const isKnown = hasOnly(value, "comment") && hasOnly(value.author, "author") && hasOnly(value.reactions, "reactions");
  if (isKnown) return [];
  const path = toPath(job);
  return [
    ...unknownKeys(value, "comment", path, json),
    ...unknownKeys(value.author, "author", [...path, "author"], json),
    ...unknownKeys(value.reactions, "reactions", [...path, "reactions"], json),
  ];
}

type Part = keyof typeof threadKeys;

const keySets = new Map(Object.entries(threadKeys).map(([part, keys]) => [part, new Set<string>(keys)]));

function hasOnly(value: unknown, part: Part): boolean {
  return !isObject(value) || Object.keys(value).every((key) => keySets.get(part)?.has(key));
}

function unknownKeys(value: unknown, part: Part, path: Path, { file, locate }: JsonSource): Problem[] {
  if (!isObject(value) || hasOnly(value, part)) return [];
  const keys = { known: threadKeys[part], id: "thread-key", severity: "warning" } as const;
  return findUnknownKeys(value, keys, file, (below, where) => locate([...path, ...below], where));
}

function findWrongName(post: string, path: string, { file, locate }: JsonSource): Problem[] {
  const name = path.replace(/\.json$/, "").normalize("NFC");
  if (post.normalize("NFC") === name) return [];
  const message = `\`post\` is not what the file is named after (found ${show(post)} in ${show(path)})`;
  const remedy = `Rename the file to \`${post}.json\`, or write \`"post": "${name}"\`.`;
  return [problemAt({ id: "thread-name", severity: "error", file, message, remedy }, locate, ["post"])];
}

/** Ids tell comments apart in feeds, anchors in the page. */
function findDoubles(unread: readonly Unread[], { file, locate }: JsonSource): Problem[] {
  return (["id", "anchor"] as const).flatMap((key) => {
    const owners = new Map<string, Unread[]>();
    for (const job of unread) {
      const value = isObject(job.value) ? job.value[key] : undefined;
      if (typeof value !== "string") continue;
      const known = owners.get(value);
      if (known) known.push(job);
      else owners.set(value, [job]);
    }
    return [...owners].flatMap(([value, jobs]) => {
      const message = `two comments have the same \`${key}\` (found ${show(value)})`;
      const remedy = "Give each comment one of its own, or remove the copy.";
      const problem = { id: "thread-double", severity: "error", file, message, remedy } as const;
      // The first is that which is read first, however deep the others are.
      const paths = jobs.length > 1 ? jobs.map(toPath).toSorted(inReadingOrder) : [];
      return paths.slice(1).map((path) => problemAt(problem, locate, [...path, key]));
    });
  });
}

/** A comment before its replies, which come before the next comment. */
function inReadingOrder(a: Path, b: Path): number {
  const at = a.findIndex((step, index) => step !== b[index]);
  if (at < 0 || at >= b.length) return a.length - b.length;
  return Number(a[at]) - Number(b[at]);
}

function toList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function isObject(value: unknown): value is Readonly<Record<string | number, unknown>> {
  return typeof value === "object" && value !== null;
}
