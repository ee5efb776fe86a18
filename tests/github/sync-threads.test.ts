import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { formatThread } from "../../src/comments/format-thread.ts";
import type { Comment, Thread } from "../../src/comments/thread.ts";
import { walkComments } from "../../src/comments/walk-comments.ts";
import { toSha1 } from "../../src/github/markers.ts";
import { snapshot, syncedBlog } from "./sync-blog.ts";

const day = 24 * 60 * 60_000;

test("a thread becomes a file with all that was said", async () => {
  const { emulator, discuss, sync, thread, wait, folder } = await syncedBlog(["tea"]);
  const { store } = emulator.control;
  const number = discuss("tea");
  const first = store.addComment(number, { author: "ann", body: "Hello **you**" });
  store.addComment(number, { author: "bob", body: "Hello back", replyTo: first?.serial ?? 0 });
  store.addComment(number, { author: null, body: "Boo" });
  store.change(number, ({ comments }) => {
    const [one, two] = comments;
    if (one)
      Object.assign(one, {
        upvotes: ["x", "y"],
        reactions: { HEART: ["bob"], THUMBS_UP: ["bob", "x"] },
        lastEditedAt: "2026-11-23T12:30:00Z",
      });
    if (two) two.minimizedReason = "off-topic";
  });
  await wait(5000);
  expect((await sync()).changes).toEqual([{ change: "new", post: "tea", file: "comments/tea.json", number }]);
  const { discussion, comments, post } = thread("tea");
  expect([post, discussion]).toEqual([
    "tea",
    { number, url: `https://github.com/klatsch/emulated/discussions/${number}`, locked: false },
  ]);
  const [hello, boo] = comments;
  expect(hello).toMatchObject({
    source: "github",
    anchor: expect.stringMatching(/^discussioncomment-\d+$/),
    author: {
      name: "ann",
      url: "https://github.com/ann",
      avatar: expect.stringMatching(/^avatars\/[0-9a-f]{16}\.png$/),
      isOwner: true,
    },
    createdAt: "2026-11-23T12:00:00Z",
    editedAt: "2026-11-23T12:30:00Z",
    html: expect.stringContaining("<strong>you</strong>"),
    reactions: { THUMBS_UP: 2, HEART: 1 },
    upvotes: 2,
    status: "visible",
    replies: [{ author: { name: "bob" }, html: expect.stringContaining("Hello back") }],
  });
  expect(boo).toMatchObject({ author: { name: "ghost" }, status: "minimized", reason: "off-topic" });
  expect(statSync(join(folder, hello?.author.avatar ?? "")).size).toBeLessThanOrEqual(3072);
});

test("a discussion without comments is kept too, for its number", async () => {
  const { discuss, sync, thread } = await syncedBlog(["tea"]);
  const number = discuss("tea");
  await sync();
  expect(thread("tea")).toMatchObject({ discussion: { number }, comments: [] });
});

test("every page of every level is read", async () => {
  const { emulator, discuss, sync, thread, wait } = await syncedBlog(["tea"]);
  const number = discuss("tea");
  const { store } = emulator.control;
  for (let index = 1; index <= 130; index++) store.addComment(number, { author: "ann", body: `c${index}` });
  for (let index = 1; index <= 230; index++)
    store.addComment(number, { author: "bob", body: `r${index}`, replyTo: 60 });
  await wait(5000);
  await sync();
  const { comments } = thread("tea");
  expect(comments).toHaveLength(130);
  const texts = (list: readonly Comment[]) => list.map(({ html }) => html.replace(/<[^>]+>|\s/g, ""));
  expect(texts(comments)).toEqual(Array.from({ length: 130 }, (_, index) => `c${index + 1}`));
  expect(texts(comments[59]?.replies ?? [])).toEqual(Array.from({ length: 230 }, (_, index) => `r${index + 1}`));
});

test("only what has changed is asked for again, everything once a day or when asked to", async () => {
  const { emulator, discuss, sync, asked, wait } = await syncedBlog(["tea", "milk"]);
  const [tea] = [discuss("tea"), discuss("milk")];
  for (const number of [tea, tea + 1]) emulator.control.store.addComment(number, { author: "ann", body: "Hello" });
  await wait(5000);
  await sync();
  expect(asked()).toEqual(["List", "Threads"]);
  expect(await sync()).toMatchObject({ changes: [], unchanged: 2 });
  expect(asked()).toEqual(["List"]);
  emulator.control.store.addComment(tea, { author: "bob", body: "Back", replyTo: 1 });
  await wait(5000);
  expect((await sync()).changes).toMatchObject([{ change: "changed", post: "tea" }]);
  expect(asked()).toEqual(["List", "Threads"]);
  expect(await sync({ full: true })).toMatchObject({ changes: [] });
  expect(asked()).toEqual(["List", "Threads"]);
  await wait(day);
  await sync();
  expect(asked()).toEqual(["List", "Threads"]);
});

test("what is said in the very second of a read is read the next time", async () => {
  const { emulator, discuss, sync, thread } = await syncedBlog(["tea"]);
  const number = discuss("tea");
  emulator.control.store.addComment(number, { author: "ann", body: "Hello" });
  await sync();
  emulator.control.store.addComment(number, { author: "bob", body: "Back", replyTo: 1 });
  await sync();
  expect(thread("tea").comments[0]?.replies).toHaveLength(1);
});

test("a file that is as it should be is not touched, however it is written; one that is not is mended", async () => {
  const { discuss, sync, folder, thread, wait } = await syncedBlog(["tea"]);
  discuss("tea");
  await wait(5000);
  await sync();
  const file = join(folder, "tea.json");
  const { discussion, comments, post } = thread("tea");
  const own = JSON.stringify({ comments, discussion, post });
  writeFileSync(file, own);
  await sync({ full: true });
  expect(readFileSync(file, "utf8")).toBe(own);
  writeFileSync(file, JSON.stringify({ post, discussion: { ...discussion, locked: true }, comments }));
  expect((await sync()).changes).toHaveLength(1);
});

test("a comment that is deleted loses author and text, and stays only for its replies", async () => {
  const { emulator, discuss, sync, thread, wait } = await syncedBlog(["tea"]);
  const { store } = emulator.control;
  const number = discuss("tea");
  for (const body of ["one", "two", "three"]) store.addComment(number, { author: "ann", body });
  store.addComment(number, { author: "bob", body: "reply", replyTo: 1 });
  await wait(5000);
  await sync();
  store.change(number, ({ comments }) => {
    for (const comment of comments.slice(0, 2)) comment.deletedAt = "2026-11-23T12:00:01Z";
    comments.splice(2, 1);
  });
  await wait(5000);
  await sync();
  const { comments } = thread("tea");
  expect(comments).toHaveLength(1);
  expect(Object.keys(comments[0] ?? {})).toEqual([
    "id",
    "source",
    "anchor",
    "author",
    "createdAt",
    "html",
    "status",
    "replies",
  ]);
  expect(comments[0]).toMatchObject({
    author: { name: "" },
    html: "",
    status: "deleted",
    replies: [{ author: { name: "bob" } }],
  });
});

test("pictures of those who took everything back are removed by a full read", async () => {
  const { emulator, discuss, sync, folder, wait } = await syncedBlog(["tea"]);
  const number = discuss("tea");
  emulator.control.store.addComment(number, { author: "ann", body: "one" });
  await wait(5000);
  await sync();
  expect(readdirSync(join(folder, "avatars"))).toHaveLength(1);
  emulator.control.store.change(number, ({ comments }) => void comments.splice(0));
  await wait(5000);
  await sync({ full: true });
  expect(readdirSync(join(folder, "avatars"))).toEqual([]);
});

const imported: Comment = {
  id: "wp-7",
  source: "wordpress",
  anchor: "comment-7",
  author: { name: "Old friend" },
  createdAt: "2010-01-01T00:00:00Z",
  html: "<p>Long ago</p>",
  status: "visible",
  replies: [],
};

test("imported comments and pings are kept, with a discussion and after it", async () => {
  const { emulator, discuss, sync, thread, folder, wait } = await syncedBlog(["tea"]);
  const pings = [{ id: "p", title: "T", url: "https://example.org/", createdAt: "2010-01-02T00:00:00Z" }];
  const old: Thread = { post: "tea", discussion: null, comments: [imported], pings };
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "tea.json"), formatThread(old));
  const number = discuss("tea");
  emulator.control.store.addComment(number, { author: "ann", body: "Now" });
  await wait(5000);
  await sync();
  expect(thread("tea")).toMatchObject({ discussion: { number }, comments: [imported, { source: "github" }], pings });
  emulator.control.store.removeDiscussion(number);
  await sync({ prune: true });
  expect(thread("tea")).toEqual(old);
});

test("a vanished discussion is kept until it is pruned, one in another category even then", async () => {
  const { emulator, discuss, sync, folder, wait } = await syncedBlog(["tea", "milk"]);
  const tea = discuss("tea");
  const milk = discuss("milk");
  for (const number of [tea, milk]) emulator.control.store.addComment(number, { author: "ann", body: "Hello" });
  await wait(5000);
  await sync();
  const before = snapshot(folder);
  emulator.control.store.removeDiscussion(tea);
  emulator.control.store.change(milk, (discussion) => {
    discussion.categoryId = "DIC_emulatedQuestions";
  });
  expect(await sync({ full: true })).toMatchObject({
    changes: [],
    vanished: [
      { post: "milk", number: milk },
      { post: "tea", number: tea },
    ],
  });
  expect(snapshot(folder)).toEqual(before);
  expect((await sync({ prune: true, dryRun: true })).changes).toMatchObject([{ change: "pruned", post: "tea" }]);
  expect(snapshot(folder)).toEqual(before);
  expect((await sync({ prune: true })).changes).toMatchObject([{ change: "pruned", post: "tea" }]);
  expect([existsSync(join(folder, "tea.json")), existsSync(join(folder, "milk.json"))]).toEqual([false, true]);
});

test("a file that cannot be read is never replaced, and no second discussion is made for it", async () => {
  const { discuss, sync, folder, asked } = await syncedBlog(["tea", "milk"]);
  discuss("tea");
  mkdirSync(folder, { recursive: true });
  const broken = '{ "post": "tea", <<<<<<< HEAD';
  for (const name of ["tea.json", "milk.json"]) writeFileSync(join(folder, name), broken);
  const { problems, changes } = await sync({ create: true });
  expect(problems.map(({ file }) => file)).toEqual(["comments/tea.json", "comments/milk.json"]);
  expect(changes).toEqual([]);
  expect(readFileSync(join(folder, "tea.json"), "utf8")).toBe(broken);
  expect(asked()).not.toContain("CreateDiscussion");
});

test("a thread follows its number, whatever the body says and wherever the post has gone", async () => {
  const { emulator, discuss, sync, thread, wait } = await syncedBlog(["tea"]);
  const number = discuss("tea");
  await sync();
  emulator.control.store.change(number, (discussion) =>
    Object.assign(discussion, { body: "Nothing", title: "Other", locked: true }),
  );
  emulator.control.store.addComment(number, { author: "ann", body: "Still here" });
  await wait(5000);
  await sync();
  expect(thread("tea")).toMatchObject({ discussion: { number, locked: true }, comments: [{}] });
});

test("a dry run writes nothing and says what would be", async () => {
  const { emulator, discuss, sync, folder, asked } = await syncedBlog(["tea", "milk"]);
  const number = discuss("tea");
  emulator.control.store.addComment(number, { author: "ann", body: "Hello" });
  const { changes } = await sync({ create: true, dryRun: true });
  expect(changes).toEqual([
    { change: "new", post: "tea", file: "comments/tea.json", number },
    { change: "created", post: "milk", file: "comments/milk.json" },
  ]);
  expect(existsSync(folder)).toBe(false);
  expect(asked()).toEqual(["List", "Threads"]);
});

test("strangers' HTML arrives inert, private links nowhere", async () => {
  const { emulator, discuss, sync, thread, folder, wait } = await syncedBlog(["tea"]);
  const number = discuss("tea");
  const upload =
    "https://private-user-images.githubusercontent.com/1/2-0a1b2c3d-0a1b-0a1b-0a1b-0a1b2c3d4e5f.png?jwt=secret";
  const bodyHtml = `<p onclick="x()">Hi<script>x()</script></p><a href="${upload}"><img src="${upload}" alt="cup"></a>
    <img src="${upload}" alt="pot"><img src="${emulator.url}/avatars/kettle" alt="kettle">
    <div class="email-hidden-reply">ann@example.org</div><a href="javascript:x()">y</a>`;
  emulator.control.store.addComment(number, { author: "ann", body: "", bodyHtml });
  await wait(5000);
  await sync();
  const html = thread("tea").comments[0]?.html ?? "";
  expect(html).not.toMatch(/script|onclick|jwt|private-user-images|ann@example/);
  expect(html).toContain(
    '<a href="https://github.com/user-attachments/assets/0a1b2c3d-0a1b-0a1b-0a1b-0a1b2c3d4e5f" rel="nofollow ugc noopener">pot</a>',
  );
  const [, picture = ""] = /<img src="(media\/[0-9a-f]{16}\.png)" alt="kettle">/.exec(html) ?? [];
  expect(existsSync(join(folder, picture))).toBe(true);
});

test("missing discussions are made once, with all that giscus and we need to find them again", async () => {
  const { emulator, discuss, sync, thread, asked, runtime } = await syncedBlog(["tea", "milk", "coffee"]);
  discuss("milk");
  const start = runtime.now();
  const { changes } = await sync({ create: true });
  expect(changes.map(({ change, post }) => `${change} ${post}`)).toEqual(["new milk", "created tea", "created coffee"]);
  expect(runtime.now() - start).toBeGreaterThanOrEqual(1000);
  const made = emulator.control.store.discussion(thread("tea").discussion?.number ?? 0);
  expect(made).toMatchObject({ title: "On tea", categoryId: emulator.categoryId });
  expect(made?.body).toBe(
    `All about tea.\n\nhttps://example.org/posts/tea/\n\n<!-- sha1: ${toSha1("posts/tea")} -->\n<!-- blog-id: tea -->`,
  );
  asked();
  expect((await sync({ create: true })).changes).toEqual([]);
  expect(asked()).toEqual(["List"]);
  expect(emulator.control.store.numbers()).toHaveLength(3);
});

test.each(["truncated", "cut", "reset", "bad-gateway", "partial", "hang"] as const)(
  "a lost answer (%s) makes no discussion twice",
  async (kind) => {
    const { emulator, sync } = await syncedBlog(["tea", "milk"]);
    emulator.control.fail({ on: "graphql", kind, after: 1, times: 1 });
    await sync({ create: true });
    expect(emulator.control.store.numbers()).toHaveLength(2);
  },
);

test("after 450 discussions in an hour it waits", async () => {
  const posts = Array.from({ length: 452 }, (_, index) => `p${index}`);
  const { sync, runtime, emulator } = await syncedBlog(posts, { rateLimit: 100_000 });
  const start = runtime.now();
  await sync({ create: true });
  expect(emulator.control.store.numbers()).toHaveLength(452);
  expect(runtime.now() - start).toBeGreaterThanOrEqual(3_600_000);
});

const kinds = [
  "rate-limit",
  "secondary-rate-limit",
  "bad-gateway",
  "partial",
  "truncated",
  "cut",
  "hang",
  "reset",
  "slow",
  "unauthorized",
] as const;

test.each(kinds)("%s: once is overcome, for ever leaves every file whole", async (kind) => {
  const posts = Array.from({ length: 12 }, (_, index) => `post-${index + 1}`);
  const blog = await syncedBlog(posts, { scale: { discussions: 12, comments: 30 }, rateLimit: 100_000 });
  const { emulator, sync, folder, thread, wait } = blog;
  await sync();
  const before = snapshot(folder);
  for (let number = 1; number <= 12; number++)
    emulator.control.store.addComment(number, { author: "ann", body: "More" });
  await wait(5000);
  emulator.control.fail({ on: "graphql", kind, after: 2, times: Infinity, milliseconds: 800 });
  await expect(sync()).rejects.toThrow();
  for (const [name, content] of Object.entries(snapshot(folder))) {
    if (!name.endsWith(".json")) continue;
    const now = JSON.parse(Buffer.from(content, "base64").toString()) as Thread;
    const old = JSON.parse(Buffer.from(before[name] ?? "", "base64").toString()) as Thread;
    expect(walkComments(now.comments).length).toBeGreaterThanOrEqual(walkComments(old.comments).length);
  }
  emulator.control.heal();
  if (kind !== "unauthorized") emulator.control.fail({ on: "graphql", kind, after: 1, times: 1, milliseconds: 800 });
  await sync();
  for (const post of posts) expect(JSON.stringify(thread(post))).toContain("More");
});
