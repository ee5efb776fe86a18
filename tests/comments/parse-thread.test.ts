import { describe, expect, test } from "vitest";
import { formatThread } from "../../src/comments/format-thread.ts";
import { parseThread } from "../../src/comments/parse-thread.ts";
import { reactionNames, type Comment } from "../../src/comments/thread.ts";
import { formatProblem } from "../../src/lib/problem.ts";
import { makeComment, makeThread, toSource } from "./make-thread.ts";

const whole = makeThread(
  "tea",
  [
    makeComment("1", {
      source: "wordpress",
      url: "https://example.org/tea/#comment-1",
      author: { name: "Ada", url: "https://ada.example/", avatar: "avatars/ada.png", isOwner: true },
      editedAt: "2026-03-02T09:00:00.123Z",
      reactions: Object.fromEntries(reactionNames.map((name, index) => [name, index])),
      upvotes: 3,
      status: "minimized",
      reason: "off-topic",
      replies: [makeComment("2", { author: { name: "" }, html: "", status: "deleted", replies: [makeComment("3")] })],
    }),
  ],
  {
    discussion: { number: 41, url: "https://github.com/a/b/discussions/41", locked: false },
    pings: [{ id: "9", title: "Tea", url: "https://b.example/", createdAt: "2026-03-01T09:00:00Z" }],
  },
);

const text = formatThread(whole);

describe("a thread file", () => {
  test("is read into what it was made of, and written as it was", () => {
    const { thread, problems } = parseThread(toSource(text), { has: (path) => path === "avatars/ada.png" });
    expect(problems).toEqual([]);
    expect(thread).toEqual(whole);
    expect(thread && formatThread(thread)).toBe(text);
  });

  test("has its keys in the order of the format, whatever order they come in", () => {
    const reversed = JSON.stringify(reverseKeys(JSON.parse(text)));
    const { thread } = parseThread(toSource(reversed));
    expect(thread && formatThread(thread)).toBe(text);
    expect(text).toMatch(/^\{\n {2}"post": "tea",\n {2}"discussion": \{\n {4}"number": 41,/);
    expect(text.endsWith("}\n")).toBe(true);
  });

  test("is written at any depth, in a size that its words account for", () => {
    let deep: Comment = makeComment("0");
    for (let level = 1; level <= 5000; level++) deep = makeComment(String(level), { replies: [deep] });
    const written = formatThread(makeThread("tea", [deep, makeComment("last")]));
    expect(written.length).toBeLessThan(25_000_000);
    const { thread, problems } = parseThread(toSource(written));
    expect(problems).toEqual([]);
    expect(thread && formatThread(thread)).toBe(written);
  });

  test("may be nested deeper than any stack", () => {
    let deep: Comment = makeComment("bottom");
    for (let level = 0; level < 500; level++) deep = makeComment(`c${level}`, { replies: [deep] });
    expect(parseThread(toSource(formatThread(makeThread("tea", [deep])))).problems).toEqual([]);
  });
});

function reverseKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reverseKeys);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, inner]) => [key, reverseKeys(inner)]),
  );
}

/** Every line of the thread with one value replaced, and what is said of it. */
function problemsWith(from: string | RegExp, to: string): string[] {
  const changed = text.replace(from, to);
  expect(changed).not.toBe(text);
  return parseThread(toSource(changed)).problems.map(formatProblem);
}

function lineOf(part: string): number {
  return text.slice(0, text.indexOf(part)).split("\n").length;
}

describe("a wrong value", () => {
  test.each([
    ["post", '"post": "tea"', "7"],
    ["discussion", /"discussion": \{[^}]*\}/.exec(text)?.[0] ?? "", "7"],
    ["number", '"number": 41', "-1"],
    ["locked", '"locked": false', '"no"'],
    ["id", '"id": "1"', "1"],
    ["source", '"source": "wordpress"', '"disqus"'],
    ["anchor", '"anchor": "comment-1"', '"a b"'],
    ["anchor", '"anchor": "comment-1"', '"comments"'],
    ["url", '"url": "https://example.org/tea/#comment-1"', '"javascript:alert(1)"'],
    ["name", '"name": "Ada"', "null"],
    ["url", '"url": "https://ada.example/"', '"ada.example"'],
    ["avatar", '"avatar": "avatars/ada.png"', '"../secret.png"'],
    ["avatar", '"avatar": "avatars/ada.png"', '"/etc/passwd"'],
    ["avatar", '"avatar": "avatars/ada.png"', '"https://a.example/a.png"'],
    ["isOwner", '"isOwner": true', "1"],
    ["createdAt", '"createdAt": "2026-03-01T09:00:00Z"', '"2026-02-30T09:00:00Z"'],
    ["createdAt", '"createdAt": "2026-03-01T09:00:00Z"', '"2026-03-01T09:00:00+02:00"'],
    ["editedAt", '"editedAt": "2026-03-02T09:00:00.123Z"', '"yesterday"'],
    ["html", /"html": "[^"]*"/.exec(text)?.[0] ?? "", "false"],
    ["reactions", /"reactions": \{[^}]*\}/.exec(text)?.[0] ?? "", "[1]".replace("[1]", '"many"')],
    ["EYES", '"EYES": 7', "1.5"],
    ["upvotes", '"upvotes": 3', '"3"'],
    ["status", '"status": "minimized"', '"hidden"'],
    ["reason", '"reason": "off-topic"', "{}"],
    ["title", '"title": "Tea"', "[]"],
  ])("of `%s` is found at its line", (key, part, value) => {
    const changed = `${part.slice(0, part.indexOf(":"))}: ${value}`;
    const [first = "", ...more] = problemsWith(part, changed);
    expect(first).toMatch(
      new RegExp(
        `^comments/tea\\.json:${lineOf(part)}:\\d+: \`${key}\` must be .+ \\(found .+\\)\\. Write \`"${key}": .+\`\\.$`,
      ),
    );
    expect(more).toEqual([]);
  });

  test.each(["comments", "replies", "pings"])("of the list `%s` is found at its line", (key) => {
    const at = text.lastIndexOf(`"${key}": [`);
    const data = JSON.parse(text);
    const holder = key === "replies" ? data.comments[0] : data;
    holder[key] = "none";
    const changed = JSON.stringify(data, undefined, 2);
    const line = changed.slice(0, changed.indexOf(`"${key}": "none"`)).split("\n").length;
    expect(at).toBeGreaterThan(0);
    const problems = parseThread(toSource(changed)).problems.map(formatProblem);
    expect(problems[0]).toMatch(new RegExp(`^comments/tea\\.json:${line}:\\d+: \`${key}\` must be a list`));
  });

  test("in a list is found", () => {
    const problems = parseThread(toSource('{\n"post": "tea",\n"discussion": null,\n"comments": [\n7\n]\n}')).problems;
    expect(problems.map(formatProblem)).toEqual([
      'comments/tea.json:5:1: an entry of `comments` must be an object (found 7). Write `{ "id": "comment-123", … }`.',
    ]);
  });
});

describe("a missing key", () => {
  test("of the file is at its beginning", () => {
    const problems = parseThread(toSource('{ "post": "tea", "comments": [] }')).problems.map(formatProblem);
    expect(problems[0]).toMatch(/^comments\/tea\.json:1:1: `discussion` is missing\. Write /);
  });

  test.each(["id", "source", "anchor", "author", "createdAt", "html", "status", "replies"])(
    "`%s` of a comment is at the comment",
    (key) => {
      const data = JSON.parse(formatThread(makeThread("tea", [makeComment("1"), makeComment("2")])));
      delete data.comments[1][key];
      const changed = JSON.stringify(data, undefined, 2);
      const line = changed.split("\n").indexOf("    {", changed.split("\n").indexOf("    {") + 1) + 1;
      const problems = parseThread(toSource(changed)).problems.map(formatProblem);
      expect(problems).toHaveLength(1);
      expect(problems[0]).toMatch(
        new RegExp(`^comments/tea\\.json:${line}:5: \`${key}\` is missing\\. Write \`"${key}": `),
      );
    },
  );
});

describe("a thread file", () => {
  test("with a key that nobody reads is warned of, at every depth", () => {
    const data = JSON.parse(text);
    data.comment = [];
    data.discussion.lock = true;
    data.comments[0].autor = {};
    data.comments[0].author.login = "ada";
    data.comments[0].reactions.THUMB_UP = 1;
    data.comments[0].replies[0].x = 1;
    data.pings[0].y = 1;
    const { thread, problems } = parseThread(toSource(JSON.stringify(data, undefined, 2)));
    expect(thread).toEqual(whole);
    expect(new Set(problems.map(({ severity, id }) => `${severity} ${id}`))).toEqual(new Set(["warning thread-key"]));
    const lines = problems.map(({ line }) => line);
    expect(new Set(lines).size).toBe(7);
    expect(problems.map(formatProblem).join("\n")).toContain("unknown key (found `autor`). Did you mean `author`?");
  });

  test("is named after its post", () => {
    const [problem] = parseThread(toSource(text, "coffee.json")).problems.map(formatProblem);
    expect(problem).toMatch(
      /^comments\/coffee\.json:2:11: `post` is not what the file is named after \(found tea in coffee\.json\)\. Rename/,
    );
    expect(parseThread(toSource(formatThread(makeThread("cafe\u0301", [])), "café.json")).problems).toEqual([]);
  });

  test.each(["id", "anchor"])("has each %s once", (key) => {
    const twice = [
      makeComment("1"),
      makeComment("2", { replies: [makeComment("3", { [key]: key === "id" ? "1" : "comment-1" })] }),
    ];
    const problems = parseThread(toSource(formatThread(makeThread("tea", twice)))).problems;
    expect(problems.map(({ id }) => id)).toEqual(["thread-double"]);
    expect(problems[0]?.line).toBeGreaterThan(20);
  });

  test("that names a picture that is not there is warned of", () => {
    const html =
      '<p><img src="media/a.png" alt=""> <img src="media/b%20c.png" alt=""> <img src="https://x.example/y.png" alt=""></p>';
    const thread = makeThread("tea", [makeComment("1", { html, author: { name: "A", avatar: "avatars/a.png" } })]);
    const { problems } = parseThread(toSource(formatThread(thread)), { has: (path) => path === "media/b c.png" });
    expect(problems.map(({ severity, id, line }) => [severity, id, line])).toEqual([
      ["warning", "thread-avatar", 11],
      ["warning", "thread-image", 14],
    ]);
  });

  test("that is no JSON says where", () => {
    const [problem] = parseThread(toSource('{\n  "post": "tea",\n  comments: []\n}')).problems.map(formatProblem);
    expect(problem).toMatch(/^comments\/tea\.json:3:3: the file is not valid JSON/);
  });
});
