import { describe, expect, test } from "vitest";
import { formatThread } from "../../../src/comments/format-thread.ts";
import { parseThread } from "../../../src/comments/parse-thread.ts";
import type { Comment, Thread } from "../../../src/comments/thread.ts";
import { walkComments } from "../../../src/comments/walk-comments.ts";
import { toThread } from "../../../src/importers/wordpress/comments/to-thread.ts";
import type { WxrComment } from "../../../src/importers/wordpress/wxr.ts";
import { createRandom } from "../../support/random.ts";
import { toSource } from "../../comments/make-thread.ts";
import { context, makeWxrComment as make } from "./make-comment.ts";

const read = (comments: readonly WxrComment[]) => toThread("tea", comments, context);

/** `1(2(4) 3)` */
function shape(comments: readonly Comment[] = []): string {
  const show = ({ anchor, replies }: Comment): string => {
    const below = replies.length > 0 ? `(${shape(replies)})` : "";
    return anchor.replace("comment-", "") + below;
  };
  return comments.map(show).join(" ");
}

/** Reads what was written: every thread must be one that the engine takes. */
function accept(thread: Thread | undefined): Thread | undefined {
  if (!thread) return undefined;
  const text = formatThread(thread);
  const parsed = parseThread(toSource(text));
  expect(parsed.problems).toEqual([]);
  expect(parsed.thread && formatThread(parsed.thread)).toBe(text);
  return thread;
}

describe("the tree of a thread", () => {
  const cases: [name: string, comments: WxrComment[], expected: string][] = [
    [
      "replies that come before what they answer",
      [make(3, { parent: "2" }), make(2, { parent: "1" }), make(1)],
      "1(2(3))",
    ],
    ["order by time, not by place or number", [make(9, { dateGmt: "2012-05-01 08:00:00" }), make(1), make(2)], "9 1 2"],
    [
      "numbers as numbers where times are equal",
      ["10", "9", "100"].map((id) => make(id, { dateGmt: "2012-05-01 08:00:00" })),
      "9 10 100",
    ],
    [
      "an answer to something that is not there",
      [make(1), make(2, { parent: "77" }), make(3, { parent: "2" })],
      "1 2(3)",
    ],
    ["an answer to itself", [make(1, { parent: "1" }), make(2, { parent: "1" })], "1(2)"],
    [
      "two that answer each other",
      [make(2, { parent: "1" }), make(1, { parent: "2" }), make(3, { parent: "2" })],
      "1(2(3))",
    ],
    [
      "a circle of three with a tail",
      [make(5, { parent: "4" }), make(4, { parent: "3" }), make(3, { parent: "2" }), make(2, { parent: "4" })],
      "2(3(4(5)))",
    ],
    [
      "an answer to spam stands beneath what the spam answers",
      [make(1), make(2, { parent: "1", approved: "spam" }), make(3, { parent: "2" })],
      "1(3)",
    ],
    [
      "a circle of comments that are not shown",
      [make(1, { parent: "2", approved: "0" }), make(2, { parent: "1", approved: "trash" }), make(3, { parent: "2" })],
      "3",
    ],
    [
      "an answer to a ping",
      [make(1, { type: "pingback", authorUrl: "http://a.example/" }), make(2, { parent: "1" })],
      "2",
    ],
    [
      "a parent in other words for none",
      [make(1, { parent: "" }), make(2, { parent: "00" }), make(3, { parent: " " })],
      "1 2 3",
    ],
  ];
  test.each(cases)("holds %s", (_name, comments, expected) => {
    expect(shape(accept(read(comments).thread)?.comments)).toBe(expected);
    expect(shape(read(comments.toReversed()).thread?.comments)).toBe(expected);
  });

  test("is the same whatever the order of the export", () => {
    const random = createRandom(1);
    for (let run = 0; run < 200; run++) {
      const size = 1 + Math.floor(random() * 12);
      const approved = () => (random() < 0.8 ? "1" : "spam");
      const comments = Array.from({ length: size }, (_, index) =>
        make(index + 1, { parent: String(Math.floor(random() * (size + 2))), approved: approved() }),
      );
      const one = read(comments);
      const other = read(comments.toSorted(() => random() - 0.5));
      expect(other.thread).toEqual(one.thread);
      const shown = comments.filter((comment) => comment.approved === "1").length;
      expect(walkComments(accept(one.thread)?.comments ?? [])).toHaveLength(shown);
      expect(one.rows.map(({ id }) => id)).toEqual(comments.map(({ id }) => id));
    }
  });

  test("is whole at any depth", () => {
    const comments = Array.from({ length: 5000 }, (_, index) => make(index + 1, { parent: String(index) }));
    const { thread, rows } = read(comments.toReversed());
    const walked = walkComments(accept(thread)?.comments ?? []);
    expect(walked.map(({ depth }) => depth)).toEqual(comments.map((_, index) => index));
    expect(rows[0]).toMatchObject({ id: "5000", depth: 4999, parent: "4999" });
  });

  test("takes no longer where hidden comments are deep", () => {
    const hidden = Array.from({ length: 5000 }, (_, index) =>
      make(index + 1, { parent: String(index), approved: "0" }),
    );
    const shown = Array.from({ length: 5000 }, (_, index) => make(index + 6000, { parent: "5000" }));
    expect(read([...hidden, ...shown]).thread?.comments).toHaveLength(5000);
  });
});

describe("a comment's row", () => {
  test("says where it stands, and which has lost its parent", () => {
    const { rows, findings } = read([make(1), make(2, { parent: "1" }), make(3, { parent: "99" })]);
    const known = { type: "", approved: "1", outcome: "shown", thread: "tea" };
    expect(rows).toEqual([
      { ...known, id: "1", depth: 0 },
      { ...known, id: "2", depth: 1, parent: "1" },
      { ...known, id: "3", depth: 0, isOrphan: true },
    ]);
    expect(findings).toEqual([
      {
        kind: "comment",
        found: "comment 3",
        outcome: "moved",
        note: "It answers comment 99, which is not among those of its post; it stands as an answer to the post itself.",
      },
    ]);
  });

  const dropped: [approved: string, type: string, reason: string][] = [
    ["0", "", "it waited for moderation"],
    ["spam", "comment", "it is marked as spam"],
    ["trash", "", "it is in the trash"],
    ["post-trashed", "", "its post is in the trash"],
    ["", "", "its status says nothing of being public (empty)"],
    ["constructor", "", "its status says nothing of being public (constructor)"],
    ["1", "like", "it has no words of its own (like)"],
    ["1", "order_note", "it was never public (order_note)"],
    ["1", "tracker_log", "a plugin's type that may not be public (tracker_log)"],
    ["1", "toString", "a plugin's type that may not be public (tostring)"],
    ["0", "pingback", "it waited for moderation"],
  ];
  test.each(dropped)("counts one of %j and type %j as left out", (approved, type, reason) => {
    const { thread, rows } = read([make(1, { approved, type, authorUrl: "http://a.example/" })]);
    expect(thread).toBeUndefined();
    expect(rows).toEqual([{ id: "1", type, approved, outcome: "dropped", reason }]);
  });

  test("is there for a review, which is shown", () => {
    expect(shape(read([make(1, { type: "review" })]).thread?.comments)).toBe("1");
  });

  test("names a plugin's type that may have been public in the findings", () => {
    expect(read([make(1, { type: "tracker_log" })]).findings).toMatchObject([
      { found: "comment 1", outcome: "dropped" },
    ]);
  });
});

describe("a comment that comes twice", () => {
  test("word for word is shown once", () => {
    const { thread, rows } = read([make(1), make(1), make(2, { parent: "1" })]);
    expect(shape(accept(thread)?.comments)).toBe("1(2)");
    expect(rows.map((row) => row.outcome)).toEqual(["shown", "dropped", "shown"]);
  });

  test("with other words is shown with an address of its own", () => {
    const { thread, findings } = read([make(1), make(1, { content: "Other words." }), make("1-2", { parent: "1" })]);
    const anchors = walkComments(accept(thread)?.comments ?? []).map(({ comment }) => comment.anchor);
    expect(anchors.toSorted()).toEqual(["comment-1", "comment-1-2", "comment-1-3"].toSorted());
    expect(findings.length).toBeGreaterThan(0);
  });

  test("leaves its number to the one that is shown", () => {
    const { thread } = read([
      make(1, { approved: "spam", dateGmt: "2012-05-01 01:00:00" }),
      make(1, { content: "Good." }),
    ]);
    expect(thread?.comments.map(({ anchor }) => anchor)).toEqual(["comment-1"]);
  });

  test.each(["", "12 34", '"><script>', "../../x", "é", "9".repeat(400)])(
    "or has the id %j, is shown all the same",
    (id) => {
      const { thread } = read([make(id), make(id, { content: "Other." })]);
      expect(walkComments(accept(thread)?.comments ?? [])).toHaveLength(2);
    },
  );
});

describe("a comment's time", () => {
  const times: [date: string, dateGmt: string, expected: string][] = [
    ["2012-05-01 11:30:00", "2012-05-01 09:30:00", "2012-05-01T09:30:00Z"],
    ["2012-05-01 11:30:00", "0000-00-00 00:00:00", "2012-05-01T09:30:00Z"],
    ["2012-05-01 01:30:00", "", "2012-04-30T23:30:00Z"],
    ["2012-03-31 12:00:00", "2012-02-30 10:00:00", "2012-03-31T10:00:00Z"],
    ["1970-01-01 00:00:00", "", "1970-01-01T00:00:00Z"],
  ];
  test.each(times)("of %j and %j is %s", (date, dateGmt, expected) => {
    const { thread, findings } = read([make(1, { date, dateGmt })]);
    expect(accept(thread)?.comments[0]?.createdAt).toBe(expected);
    expect(findings).toEqual([]);
  });

  test("that nobody knows is that of the comment with the number before, and reported", () => {
    const none = { date: "0000-00-00 00:00:00", dateGmt: "yesterday" };
    const { thread, findings } = read([make(3, none), make(1), make(2, { dateGmt: "2012-05-01 10:00:00" })]);
    expect(shape(accept(thread)?.comments)).toBe("1 2 3");
    expect(thread?.comments[2]?.createdAt).toBe("2012-05-01T10:00:00Z");
    expect(findings).toMatchObject([{ found: "comment 3", outcome: "changed" }]);
    expect(read([make(1, none)]).thread?.comments[0]?.createdAt).toBe("1970-01-01T00:00:00Z");
  });
});

describe("pings", () => {
  test("stand apart, oldest first", () => {
    const { thread, rows } = read([
      make(4, { type: "trackback", author: "B &amp; C", authorUrl: "http://b.example/x" }),
      make(3, { type: "pingback", author: "", authorUrl: "http://a.example/?p=1&x=2", content: "" }),
      make(5, { type: "pingback", author: "Own", authorUrl: "http://old.example/?p=12", content: "" }),
    ]);
    expect(accept(thread)).toEqual({
      post: "tea",
      discussion: null,
      comments: [],
      pings: [
        { id: "comment-3", title: "a.example", url: "http://a.example/?p=1&x=2", createdAt: "2012-05-01T09:03:00Z" },
        { id: "comment-4", title: "B & C", url: "http://b.example/x", createdAt: "2012-05-01T09:04:00Z" },
        {
          id: "comment-5",
          title: "Own",
          url: "https://new.example/blog/posts/p12/",
          createdAt: "2012-05-01T09:05:00Z",
        },
      ],
    });
    expect(rows.map(({ outcome }) => outcome)).toEqual(["ping", "ping", "ping"]);
  });

  test.each([
    "",
    "javascript:hit()",
    "data:text/html,x",
    "http://",
    "ann@example.org",
    "http://u:p@x.example/",
    "not an address",
  ])("from %j are reported and not shown", (authorUrl) => {
    const { thread, rows, findings } = read([make(1, { type: "pingback", authorUrl })]);
    expect(thread).toBeUndefined();
    expect(rows).toMatchObject([{ outcome: "dropped", reason: "it names no web address" }]);
    expect(findings).toHaveLength(1);
    expect(JSON.stringify([rows, findings])).not.toContain("@");
  });
});
