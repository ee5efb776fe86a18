import { dirname, join } from "node:path";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { walkDiscussion } from "../../emulator/store/model.ts";
import { countComments } from "../../src/comments/count-comments.ts";
import { formatThread } from "../../src/comments/format-thread.ts";
import type { Comment, Thread } from "../../src/comments/thread.ts";
import { walkComments } from "../../src/comments/walk-comments.ts";
import { copyThreads, type CopyOptions } from "../../src/github/copy/copy-threads.ts";
import { createGraphqlClient } from "../../src/github/graphql-client.ts";
import { readCopyMark } from "../../src/github/markers.ts";
import { hour } from "../../src/github/sync/content-turn.ts";
import { openJournal } from "../../src/github/sync/journal.ts";
import { openThreadFiles, type ThreadFiles } from "../../src/github/sync/thread-files.ts";
import { toCopyBody } from "../../src/importers/discussions/to-copy-body.ts";
import { syncedBlog, type SyncedBlog } from "./sync-blog.ts";

function imported(id: number, replies: readonly Comment[] = [], html = `<p>Words of ${id}.</p>`): Comment {
  const createdAt = new Date(Date.UTC(2012, 4, 1, 9, 0, id)).toISOString().replace(".000", "");
  const anchor = `comment-${id}`;
  return {
    id: anchor,
    source: "wordpress",
    anchor,
    author: { name: `N${id}` },
    createdAt,
    html,
    status: "visible",
    replies,
  };
}

/** 1(2(3(5) 4)) 6 */
const tree = [imported(1, [imported(2, [imported(3, [imported(5)]), imported(4)])]), imported(6)];

async function blogWith(comments: readonly Comment[], fields: Partial<Thread> = {}) {
  const blog = await syncedBlog(["tea", "jam"]);
  mkdirSync(blog.folder, { recursive: true });
  const file = join(blog.folder, "tea.json");
  writeFileSync(file, formatThread({ post: "tea", discussion: null, comments, ...fields }));
  const copy = (change: Partial<CopyOptions> = {}) => copyThreads({ ...toOptions(blog), ...change });
  return { ...blog, copy, file };
}

function toOptions({ emulator, folder, runtime }: SyncedBlog): CopyOptions {
  const base = dirname(folder);
  return {
    place: emulator,
    threads: ["tea"],
    posts: ["tea", "jam"].map((id) => ({
      id,
      title: `On ${id}`,
      url: `https://example.org/posts/${id}/`,
      excerpt: () => Promise.resolve(`All about ${id}.`),
      isOpen: true,
    })),
    client: createGraphqlClient({ url: emulator.graphqlUrl, token: "t", runtime, timeout: 400 }),
    files: openThreadFiles(folder, (file) => file.slice(base.length + 1)),
    journal: openJournal(join(base, "journal.jsonl"), { forget: runtime.now() - hour, isReadOnly: false }),
    runtime,
    onProgress: () => undefined,
    dryRun: false,
    toBody: (step, { url }) =>
      toCopyBody(step, {
        link: `${url}#${step.comment.anchor}`,
        day: step.comment.createdAt.slice(0, 10),
        inReplyTo: "in reply to",
        anonymous: "Anonymous",
      }),
  };
}

/** `1(2 3)` as GitHub has it, by our marks; words without one are their first line. */
function onGithub({ emulator }: SyncedBlog, number: number): string {
  const name = ({ body }: { readonly body: string }) =>
    readCopyMark(body)?.replace("comment-", "") ?? `“${body.split("\n")[0] ?? ""}”`;
  const { comments = [] } = emulator.control.store.discussion(number) ?? {};
  const parts = comments.map((comment) => {
    return name(comment) + (comment.replies.length > 0 ? `(${comment.replies.map(name).join(" ")})` : "");
  });
  return parts.join(" ");
}

function bodies({ emulator }: SyncedBlog, number: number): string[] {
  const discussion = emulator.control.store.discussion(number);
  return discussion ? [...walkDiscussion(discussion)].map(({ comment }) => comment.body) : [];
}

const outline = (comments: readonly Comment[]): string =>
  comments
    .map(({ anchor, replies }) => anchor.replace(/\D+/, "") + (replies.length > 0 ? `(${outline(replies)})` : ""))
    .join(" ");

test("a thread of any depth becomes two levels, each comment with its author", async () => {
  const blog = await blogWith(tree);
  const { threads } = await blog.copy();
  const number = threads[0]?.number ?? 0;
  expect(threads).toEqual([{ post: "tea", file: "comments/tea.json", number, copied: 6 }]);
  expect(onGithub(blog, number)).toBe("1(2 3 4 5) 6");
  const [first, second, third] = bodies(blog, number);
  expect(first).toBe(
    "**N1** · [2012-05-01](https://example.org/posts/tea/#comment-1)\n\nWords of 1.\n\n<!-- klatsch-copy: comment-1 -->",
  );
  expect(second?.split("\n")[0]).toBe("**N2** · [2012-05-01](https://example.org/posts/tea/#comment-2)");
  expect(third?.split("\n")[0]).toBe(
    "**N3** · [2012-05-01](https://example.org/posts/tea/#comment-3) · in reply to **N2**",
  );
});

test("the thread file keeps its tree and anchors, and knows the copies", async () => {
  const blog = await blogWith(tree);
  await blog.copy();
  const { comments, discussion } = blog.thread("tea");
  expect(outline(comments)).toBe("1(2(3(5) 4)) 6");
  const all = walkComments(comments).map(({ comment }) => comment);
  expect(
    all.every(({ url = "", source }) => source === "wordpress" && url.startsWith(`${discussion?.url ?? "?"}#`)),
  ).toBe(true);
  expect(new Set(all.map(({ url }) => url)).size).toBe(6);
});

test("a second run writes nothing anywhere", async () => {
  const blog = await blogWith(tree);
  const { threads } = await blog.copy();
  const before = readFileSync(blog.file, "utf8");
  expect(await blog.copy({ threads: "all" })).toEqual({ threads: [], unchanged: 1, problems: [] });
  expect(onGithub(blog, threads[0]?.number ?? 0)).toBe("1(2 3 4 5) 6");
  expect(readFileSync(blog.file, "utf8")).toBe(before);
});

test("what was said on GitHub already is answered there, and a discussion that is there is used", async () => {
  const blog = await blogWith(tree);
  const number = blog.discuss("tea");
  blog.emulator.control.store.addComment(number, { author: "bob", body: "Hello" });
  await blog.copy();
  expect(onGithub(blog, number)).toBe("“Hello” 1(2 3 4 5) 6");
});

test.each([1, 2, 3, 4, 5, 6, 7])("a run that is killed before write %i goes on without a double", async (kill) => {
  const blog = await blogWith(tree);
  const files = toOptions(blog).files;
  let writes = 0;
  const dying: ThreadFiles = {
    ...files,
    write: (post, thread) => {
      if (++writes === kill) throw new Error("killed");
      return files.write(post, thread);
    },
  };
  await expect(blog.copy({ files: dying })).rejects.toThrow("killed");
  const { threads } = await blog.copy();
  expect(onGithub(blog, threads[0]?.number ?? 0)).toBe("1(2 3 4 5) 6");
  expect(outline(blog.thread("tea").comments)).toBe("1(2(3(5) 4)) 6");
});

test.each(["cut", "truncated", "reset", "bad-gateway"] as const)(
  "an answer that is lost (%s) is looked for",
  async (kind) => {
    const blog = await blogWith(tree);
    blog.emulator.control.fail({ on: "graphql", kind, after: 3, times: 2, every: 3 });
    const { threads } = await blog.copy();
    expect(onGithub(blog, threads[0]?.number ?? 0)).toBe("1(2 3 4 5) 6");
  },
);

test("a limit is waited for, and comments are a second apart", async () => {
  const blog = await blogWith(tree);
  blog.emulator.control.fail({ on: "graphql", kind: "secondary-rate-limit", after: 4, retryAfter: 90 });
  const { threads } = await blog.copy();
  expect(onGithub(blog, threads[0]?.number ?? 0)).toBe("1(2 3 4 5) 6");
  const times = blog.emulator.control.asked.filter(({ operation }) => operation === "AddComment").map(({ at }) => at);
  const gaps = times.slice(1).map((at, index) => at - (times[index] ?? 0));
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(1000);
  expect(Math.max(...gaps)).toBeGreaterThanOrEqual(90_000);
});

test("no more are made in an hour than GitHub takes, earlier runs included", async () => {
  const blog = await blogWith(tree);
  const { journal, runtime } = toOptions(blog);
  for (let index = 0; index < 448; index++) journal.setCreated(runtime.now() - 448 + index);
  const start = runtime.now();
  await blog.copy({ journal });
  const times = blog.emulator.control.asked.filter(({ operation }) => operation === "AddComment").map(({ at }) => at);
  expect(times).toHaveLength(6);
  expect(times.filter((at) => at < start + hour - 1000)).toHaveLength(1);
});

test("a dry run says what would be copied and asks for nothing to be made", async () => {
  const blog = await blogWith(tree);
  const before = readFileSync(blog.file, "utf8");
  const { threads } = await blog.copy({ dryRun: true });
  expect(threads).toEqual([{ post: "tea", file: "comments/tea.json", copied: 6 }]);
  expect(blog.asked()).toEqual(["List"]);
  expect(readFileSync(blog.file, "utf8")).toBe(before);
});

test("what cannot be copied is said: a locked discussion, one that is gone, an id of nothing", async () => {
  const blog = await blogWith(tree);
  const number = blog.discuss("tea");
  blog.emulator.control.store.change(number, (own) => void (own.locked = true));
  const { problems } = await blog.copy({ threads: ["tea", "jam", "soup"] });
  expect(problems.map(({ message }) => message)).toEqual([
    `discussion ${number} is locked`,
    "there is no thread of jam to copy",
    "there is no thread of soup to copy",
  ]);
  const gone = await blogWith(tree, {
    discussion: { number: 99, url: "https://github.com/o/n/discussions/99", locked: false },
  });
  expect((await gone.copy()).problems).toMatchObject([
    { message: "its discussion 99 is not in the category any more" },
  ]);
});

test("a stranger's mark is none", async () => {
  const blog = await blogWith(tree);
  const number = blog.discuss("tea");
  blog.emulator.control.store.addComment(number, { author: "mallory", body: "x\n\n<!-- klatsch-copy: comment-1 -->" });
  await blog.copy();
  expect(onGithub(blog, number)).toBe("1 1(2 3 4 5) 6");
  expect(walkComments(blog.thread("tea").comments)).toHaveLength(6);
});

test("sync shows nothing twice, and what was said to a copy answers its original", async () => {
  const blog = await blogWith(tree);
  const { threads } = await blog.copy();
  const number = threads[0]?.number ?? 0;
  await blog.wait(5000);
  await blog.sync();
  expect(outline(blog.thread("tea").comments)).toBe("1(2(3(5) 4)) 6");
  const { store } = blog.emulator.control;
  const copies = [...walkDiscussion(store.discussion(number) ?? { comments: [] })].map(({ comment }) => comment);
  store.addComment(number, { author: "bob", body: "Still true", replyTo: copies[0]?.serial ?? 0 });
  store.addComment(number, { author: "eve", body: "New" });
  store.change(
    number,
    ({ comments }) => void Object.assign(comments[0] ?? {}, { reactions: { HEART: ["bob"] }, upvotes: ["a"] }),
  );
  await blog.wait(5000);
  await blog.sync();
  const { comments } = blog.thread("tea");
  expect(countComments({ comments })).toBe(8);
  expect(comments.map(({ source }) => source)).toEqual(["wordpress", "wordpress", "github"]);
  expect(comments[0]).toMatchObject({ anchor: "comment-1", reactions: { HEART: 1 }, upvotes: 1 });
  expect(comments[0]?.replies.map(({ source, author }) => `${source} ${author.name}`)).toEqual([
    "wordpress N2",
    "github bob",
  ]);
  await blog.wait(5000);
  expect((await blog.sync({ full: true })).changes).toEqual([]);
});

test("sync knows the copies of a run that was killed, and of threads that are imported anew", async () => {
  const blog = await blogWith(tree);
  const before = readFileSync(blog.file, "utf8");
  const { threads } = await blog.copy();
  const number = threads[0]?.number ?? 0;
  writeFileSync(blog.file, before);
  await blog.wait(5000);
  await blog.sync();
  const { comments } = blog.thread("tea");
  expect(outline(comments)).toBe("1(2(3(5) 4)) 6");
  expect(comments[1]?.url).toContain(`/discussions/${number}#`);
  expect(await blog.copy()).toMatchObject({ threads: [], unchanged: 1 });
});

test("a copy that is deleted or folded on GitHub leaves its original where it is", async () => {
  const blog = await blogWith(tree);
  const { threads } = await blog.copy();
  blog.emulator.control.store.change(threads[0]?.number ?? 0, ({ comments }) => {
    comments.splice(0, 1);
    Object.assign(comments[0] ?? {}, { minimizedReason: "off-topic" });
  });
  await blog.wait(5000);
  await blog.sync();
  const { comments } = blog.thread("tea");
  expect(outline(comments)).toBe("1(2(3(5) 4)) 6");
  expect(comments[1]).toMatchObject({ status: "minimized", reason: "off-topic", html: "<p>Words of 6.</p>" });
});

test("with its discussion the addresses of the copies go, and nothing else", async () => {
  const blog = await blogWith(tree);
  const before = readFileSync(blog.file, "utf8");
  const { threads } = await blog.copy();
  blog.emulator.control.store.removeDiscussion(threads[0]?.number ?? 0);
  await blog.sync({ prune: true });
  expect(readFileSync(blog.file, "utf8")).toBe(before);
});
