import { describe, expect, test } from "vitest";
import { toCommentBody } from "../../src/comments/comment-body.ts";
import { countComments } from "../../src/comments/count-comments.ts";
import { countHung, foldOlder, hangComments, type HungComment } from "../../src/comments/hang-comments.ts";
import { latestComments } from "../../src/comments/latest-comments.ts";
import { toMonogram } from "../../src/comments/monogram.ts";
import { findOrphans, indexThreads } from "../../src/comments/thread-index.ts";
import type { Comment } from "../../src/comments/thread.ts";
import { hasConversation, threadOf, toCommentsFeedUrl } from "../../src/content/conversation.ts";
import { asPermalink } from "../../src/lib/permalink.ts";
import { asSafeHtml } from "../../src/lib/safe-html.ts";
import * as sample from "../feeds/sample-blog.ts";
import { makeComment, makeThread } from "./make-thread.ts";

const at = (id: string, createdAt: string, fields: Partial<Comment> = {}) => makeComment(id, { createdAt, ...fields });

describe("the count of a thread", () => {
  test("is its visible comments and replies, whatever stands above them", () => {
    const comments = [
      makeComment("1", { replies: [makeComment("2", { status: "minimized", replies: [makeComment("3")] })] }),
      makeComment("4", { status: "deleted", replies: [makeComment("5")] }),
    ];
    expect(countComments({ comments })).toBe(3);
  });

  test("does not mind how deep it is", () => {
    let deep: Comment = makeComment("bottom");
    for (let level = 0; level < 20_000; level++) deep = makeComment("c", { replies: [deep] });
    expect(countComments({ comments: [deep] })).toBe(20_001);
    expect(hangComments([deep])).toHaveLength(1);
  });
});

describe("the newest comments of a blog", () => {
  const a = sample.samplePost("a");
  const b = sample.samplePost("b");
  const silent = sample.samplePost("silent", { comments: "none" });
  const reply = at("a2", "2026-03-03T10:00:00Z");
  const threads = indexThreads([
    makeThread("a", [
      at("a1", "2026-03-01T10:00:00.000Z", { replies: [reply] }),
      at("a3", "2026-03-04T10:00:00Z", { status: "minimized" }),
    ]),
    makeThread("b", [at("b1", "2026-03-03T10:00Z"), at("b2", "2026-03-05T10:00:00Z")]),
    makeThread("silent", [at("s", "2026-04-01T10:00:00Z")]),
    makeThread("gone", [at("g", "2026-04-01T10:00:00Z")]),
  ]);
  const blog = sample.sampleBlog({ posts: [a, b, silent], threads });

  test("are visible, newest first, and keep the order of the blog when they came together", () => {
    expect(latestComments(blog, 10).map(({ comment }) => comment.id)).toEqual(["b2", "a2", "b1", "a1"]);
    expect(latestComments(blog, 2)).toHaveLength(2);
  });

  test("know their post and what they answer", () => {
    const voice = latestComments(blog, 10)[1];
    expect(voice?.entry).toBe(a);
    expect(voice?.parent?.id).toBe("a1");
  });

  test("of a post that wants none are not there", () => {
    expect(threadOf(blog, silent)).toBeUndefined();
    expect(threadOf(blog, a)?.count).toBe(2);
    expect(threadOf(blog, b)?.updated).toBe("2026-03-05T10:00:00Z");
  });
});

test("a conversation is where something was said or can be", () => {
  const has = (comments: "open" | "closed" | "none", isJoinable: boolean, said: boolean) => {
    const post = sample.samplePost("a", { comments });
    const threads = indexThreads(said ? [makeThread("a", [makeComment("1")])] : []);
    return hasConversation({ threads, isJoinable }, post);
  };
  expect(has("open", false, false)).toBe(false);
  expect(has("open", true, false)).toBe(true);
  expect(has("closed", true, false)).toBe(false);
  expect(has("closed", false, true)).toBe(true);
  expect(has("none", true, true)).toBe(false);
});

test.each([
  ["/posts/tea/", "/posts/tea/comments.xml"],
  ["/2024/tea.html", "/2024/tea/comments.xml"],
])("the comments feed of %s is %s", (page, feed) => {
  expect(toCommentsFeedUrl(asPermalink(page))).toBe(feed);
});

test("a thread without a post is a warning", () => {
  const files = new Map([
    ["comments/a.json", makeThread("a", [])],
    ["comments/b.json", makeThread("b", [])],
  ]);
  const problems = findOrphans(files, ["a"]);
  expect(problems).toMatchObject([{ id: "thread-orphan", severity: "warning", file: "comments/b.json", line: 1 }]);
});

describe("replies on the hairline", () => {
  const ids = (hung: readonly HungComment[]): unknown[] =>
    hung.map(({ comment, replies }) => (replies.length > 0 ? [comment.id, ids(replies)] : comment.id));

  test("stop moving inwards, and then name whom they answer", () => {
    const chain = ["g", "f", "e", "d", "c", "b", "a"].reduce<Comment[]>(
      (replies, id) => [makeComment(id, { replies })],
      [],
    );
    const hung = hangComments(chain);
    expect(ids(hung)).toEqual([["a", [["b", [["c", [["d", ["e", "f", "g"]]]]]]]]]);
    const deepest = hung[0]?.replies[0]?.replies[0]?.replies[0]?.replies ?? [];
    expect(deepest.map(({ answers }) => answers?.id)).toEqual([undefined, "e", "f"]);
  });

  test("keep a deleted comment only while somebody answers it", () => {
    const gone = { status: "deleted" } as const;
    const comments = [
      makeComment("1", gone),
      makeComment("2", {
        ...gone,
        replies: [makeComment("3", gone), makeComment("4", { ...gone, replies: [makeComment("5")] })],
      }),
    ];
    expect(ids(hangComments(comments))).toEqual([["2", [["4", ["5"]]]]]);
  });

  test("of a long thread are folded before the newest fifty", () => {
    const comments = Array.from({ length: 40 }, (_, n) => makeComment(`${n}`, { replies: [makeComment(`${n}r`)] }));
    const { older, recent } = foldOlder(hangComments(comments), 50);
    expect([countHung(older), countHung(recent)]).toEqual([30, 50]);
    expect(recent[0]?.comment.id).toBe("15");
    const [one, ...none] = foldOlder(hangComments([makeComment("x", { replies: comments })]), 50).recent;
    expect([one?.comment.id, none]).toEqual(["x", []]);
  });
});

test.each([
  ["Ada", "A"],
  ["  élodie", "É"],
  ["🦊 Fox", "F"],
  ["山田", "山"],
  ["", "·"],
  ["!!", "·"],
])("the monogram of %j is %s", (name, initial) => {
  expect(toMonogram(name)).toBe(initial);
});

describe("images in a comment", () => {
  const resolve = (src: string) =>
    src.startsWith("media/") ? { src: `/blog/comments/${src}`, width: 4, height: 3 } : undefined;
  const show = (html: string) => toCommentBody(asSafeHtml(html), resolve);

  test.each([
    [
      '<p><img src="media/a.png" alt="A"></p>',
      '<p><img src="/blog/comments/media/a.png" alt="A" width="4" height="3" loading="lazy"></p>',
    ],
    [
      '<img src="media/a.png" alt="" width="9">',
      '<img src="/blog/comments/media/a.png" alt="" width="9" loading="lazy">',
    ],
    [
      '<img src="https://x.example/a.png?b=1&amp;c" alt="A &lt;b&gt;">',
      '<a href="https://x.example/a.png?b=1&amp;c" rel="nofollow ugc noopener">A &lt;b&gt;</a>',
    ],
    [
      '<img src="https://x.example/a.png" alt="">',
      '<a href="https://x.example/a.png" rel="nofollow ugc noopener">x.example</a>',
    ],
    [
      '<a href="https://y.example/"><img src="https://x.example/a.png" alt="A"></a>',
      '<a href="https://y.example/">A</a>',
    ],
    ['<img src="gone.png" alt="A map">', "A map"],
    ['<a title="<img src=x>">x</a>', '<a title="<img src=x>">x</a>'],
  ])("%s", (html, expected) => {
    expect(show(html)).toBe(expected);
  });
});
