import { expect, test } from "vitest";
import { checkThreads, type ThreadsToCheck } from "../../src/github/doctor/check-threads.ts";
import { checkTheme } from "../../src/github/doctor/check-theme.ts";
import { formatCheck } from "../../src/github/doctor/check.ts";
import type { Candidate } from "../../src/github/doctor/find-renamed.ts";
import { toListed } from "../../src/github/list-discussions.ts";
import { fakeRuntime } from "../support/fake-runtime.ts";
import { stubServer } from "../support/stub-server.ts";

const post = (id: string, title = id, aliases: string[] = []): Candidate => ({
  id,
  title,
  file: `posts/${id}.md`,
  aliases,
});
const nameOf = (id: string) => `comments/${id}.json`;

function discussion(number: number, title: string, body = "") {
  const rest = {
    url: `https://github.com/o/n/discussions/${number}`,
    locked: false,
    updatedAt: "2026-01-01T00:00:00Z",
    comments: { totalCount: 0 },
  };
  return toListed({ id: `D_${number}`, number, title, body, ...rest });
}

function lines(input: Omit<ThreadsToCheck, "nameOf">): string[] {
  return checkThreads({ ...input, nameOf }).map(formatCheck);
}

test.each<[string, Candidate[], string]>([
  ["an id that is much like it", [post("the-kitchen-doors"), post("a-walk")], "the-kitchen-doors"],
  ["the same words", [post("door-of-the-kitchen"), post("a-walk")], "door-of-the-kitchen"],
  [
    "an alias that ends like it",
    [post("entrance", "Entrance", ["/posts/the-kitchen-door/"]), post("a-walk")],
    "entrance",
  ],
  ["being the only one", [post("entrance")], "entrance"],
])("a renamed post is found by %s", (_name, posts, expected) => {
  expect(lines({ threads: [{ post: "the-kitchen-door" }], posts })).toEqual([
    `! comments/the-kitchen-door.json is a thread without a post. It probably belongs to posts/${expected}.md: add the line \`id: the-kitchen-door\` to its front matter.`,
  ]);
});

test("a renamed post is found by its discussion's title", () => {
  const posts = [post("entrance", "The kitchen door"), post("a-kitchen", "A kitchen")];
  const found = lines({
    threads: [{ post: "old-kitchen", number: 4 }],
    posts,
    listed: [discussion(4, "The kitchen door")],
  });
  expect(found).toEqual([expect.stringContaining("posts/entrance.md: add the line `id: old-kitchen`")]);
});

test("where nothing is like it, no post is named, and posts with a thread of their own never are", () => {
  const threads = [{ post: "gone" }, { post: "the-kitchen" }];
  expect(lines({ threads, posts: [post("the-kitchen"), post("zebra"), post("yak")] })).toEqual([
    "! comments/gone.json is a thread without a post. Add the line `id: gone` to its post, or remove the file.",
  ]);
});

test("duplicates, discussions without a post and vanished ones are told with the remedy", () => {
  const listed = [
    discussion(1, "Tea", "<!-- blog-id: tea -->"),
    discussion(2, "Tea again", "<!-- blog-id: tea -->"),
    discussion(3, "Rules"),
  ];
  const found = lines({ threads: [{ post: "milk", number: 9 }], posts: [post("tea"), post("milk")], listed });
  expect(found).toEqual([
    '! the post "tea" has a second discussion, #2, beside #1. Move its comments over or delete it: https://github.com/o/n/discussions/2.',
    expect.stringMatching(/^! discussion #3 "Rules" belongs to no post\. Write `<!-- blog-id: ID -->`/),
    "! comments/milk.json is of discussion #9, which is not in the category. Run `npm run sync -- --prune` to forget it.",
  ]);
});

test("when all fits, one line says so", () => {
  expect(lines({ threads: [{ post: "tea" }], posts: [post("tea")], listed: [] })).toEqual([
    "✓ threads and posts fit together",
  ]);
});

test.each([
  [200, { "content-type": "text/css", "access-control-allow-origin": "*" }, /^✓ the theme can be read by giscus$/],
  [200, { "content-type": "text/css", "access-control-allow-origin": "https://giscus.app" }, /^✓/],
  [
    200,
    { "content-type": "text/css" },
    /^✗ .* is sent without CORS\. Have the host send `access-control-allow-origin: \*`/,
  ],
  [200, { "content-type": "text/css", "access-control-allow-origin": "https://other.example" }, /^✗/],
  [200, { "content-type": "text/html", "access-control-allow-origin": "*" }, /^✗ .* is sent as text\/html/],
  [404, {}, /^✗ .* answers 404\. Publish the blog/],
])("a theme with status %d and %o", async (status, headers, expected) => {
  const { origin } = await stubServer((_request, response) =>
    response.writeHead(status, headers as Record<string, string>).end(),
  );
  const [check] = await checkTheme(`${origin}/assets/giscus-theme.css`, "https://giscus.app", fakeRuntime());
  expect(check && formatCheck(check)).toMatch(expected);
});
