import { expect, test } from "vitest";
import type { Comment, Thread } from "../../src/comments/thread.ts";
import { walkComments } from "../../src/comments/walk-comments.ts";
import { mergeThread } from "../../src/github/sync/merge-thread.ts";

function comment(id: string, day: number, replies: readonly Comment[] = [], more: Partial<Comment> = {}): Comment {
  const source = id.startsWith("w") ? "wordpress" : "github";
  const createdAt = `2026-01-${String(day).padStart(2, "0")}T00:00:00Z`;
  return {
    id,
    source,
    anchor: id,
    author: { name: `by ${id}` },
    createdAt,
    html: `<p>${id}</p>`,
    status: "visible",
    replies,
    ...more,
  };
}

function thread(...comments: readonly Comment[]): Thread {
  return {
    post: "tea",
    discussion: { number: 1, url: "https://github.com/o/n/discussions/1", locked: false },
    comments,
  };
}

/** `a(b c)`: ids with their replies, a stub in square brackets. */
function outline(comments: readonly Comment[]): string {
  const parts = comments.map(({ id, status, replies }) => {
    const name = status === "deleted" ? `[${id}]` : id;
    return replies.length > 0 ? `${name}(${outline(replies)})` : name;
  });
  return parts.join(" ");
}

function merge(old: Thread | undefined, ...fresh: readonly Comment[]): string {
  return outline(mergeThread(old, thread(...fresh)).comments);
}

const deleted = { status: "deleted", author: { name: "" }, html: "" } as const;

test("a first read is what was read", () => {
  expect(merge(undefined, comment("g1", 1, [comment("g2", 2)]), comment("g3", 3))).toBe("g1(g2) g3");
});

test("a comment that is not there any more is gone, its replies with it", () => {
  expect(merge(thread(comment("g1", 1, [comment("g2", 2)]), comment("g3", 3)), comment("g3", 3))).toBe("g3");
});

test("a comment that was deleted upstream stays for its replies, and for nothing else", () => {
  expect(merge(thread(comment("g1", 1, [comment("g2", 2)])), comment("g1", 1, [comment("g2", 2)], deleted))).toBe(
    "[g1](g2)",
  );
  expect(merge(thread(comment("g1", 1)), comment("g1", 1, [], deleted))).toBe("");
  expect(merge(undefined, comment("g1", 1, [comment("g2", 2, [], deleted)], deleted))).toBe("");
});

test("imported comments stay as they were, in their order and in the order of time", () => {
  const old = thread(comment("w1", 2, [comment("w2", 9)]), comment("w3", 1), comment("g1", 5));
  expect(merge(old, comment("g1", 5), comment("g2", 20))).toBe("w1(w2) w3 g1 g2");
  expect(merge(thread(comment("w1", 10)), comment("g1", 5), comment("g2", 15))).toBe("g1 w1 g2");
});

test("an absent comment with an imported reply is a stub without name and text", () => {
  const old = thread(
    comment("g1", 1, [comment("w1", 2)], { url: "https://github.com/x", upvotes: 3, editedAt: "2026-01-01T00:00:00Z" }),
  );
  const merged = mergeThread(old, thread());
  expect(merged.comments).toEqual([
    {
      id: "g1",
      source: "github",
      anchor: "g1",
      author: { name: "" },
      createdAt: "2026-01-01T00:00:00Z",
      html: "",
      status: "deleted",
      replies: [comment("w1", 2)],
    },
  ]);
});

test("an imported reply keeps its place below a comment that was read again", () => {
  const old = thread(comment("g1", 1, [comment("g2", 2), comment("w1", 3)]));
  expect(merge(old, comment("g1", 1, [comment("g2", 2), comment("g3", 4)]))).toBe("g1(g2 w1 g3)");
});

test("pings stay", () => {
  const pings = [{ id: "p1", title: "A link", url: "https://example.org/", createdAt: "2026-01-01T00:00:00Z" }];
  expect(mergeThread({ ...thread(), pings }, thread()).pings).toEqual(pings);
});

const copied = (id: string, day: number, replies: readonly Comment[] = []) =>
  comment(id, day, replies, { url: `https://github.com/o/n/discussions/1#discussioncomment-${id.slice(1)}` });
const copy = (id: string, day: number, replies: readonly Comment[] = [], more: Partial<Comment> = {}) =>
  comment(`g${id}`, day, replies, { anchor: `discussioncomment-${id}`, ...more });

test("the copy of an imported comment is left out, what answers it stands beneath the comment", () => {
  const old = thread(copied("w1", 1, [copied("w2", 3)]), comment("w3", 5));
  expect(merge(old, copy("1", 20, [copy("2", 21), comment("g8", 2), comment("g9", 22)]))).toBe("w1(g8 w2 g9) w3");
  expect(merge(old, copy("1", 20, [comment("g9", 22)], deleted))).toBe("w1(w2 g9) w3");
  expect(merge(old)).toBe("w1(w2) w3");
});

test("an imported comment beneath an answer to its own copy is not lost", () => {
  const old = thread(comment("g9", 1, [copied("w1", 2, [comment("w2", 3)])]));
  expect(merge(old, copy("1", 20, [comment("g9", 1)]))).toBe("w1(g9 w2)");
});

test("a conversation of any depth is merged", () => {
  let deep = comment("w0", 1);
  for (let level = 1; level <= 20_000; level++) deep = comment(`w${level}`, 1, [deep]);
  const { comments } = mergeThread(thread(deep), thread(comment("g1", 2)));
  expect(walkComments(comments)).toHaveLength(20_002);
});
