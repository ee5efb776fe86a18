import { expect, test } from "vitest";
import { build, post } from "./model.ts";

const words = Array.from({ length: 400 }, (_, number) => `word${number % 97}`).join(" ");

/** What takes a second here would take minutes if any step looked at every pair of posts. */
const patience = 15_000;

function timed(posts: Readonly<Record<string, string>>) {
  const start = performance.now();
  const built = build({ posts, site: { timezone: "Europe/Berlin" } });
  expect(performance.now() - start).toBeLessThan(patience);
  return built;
}

function times(count: number, write: (number: number) => string): Record<string, string> {
  return Object.fromEntries(Array.from({ length: count }, (_, number) => [`post-${number}.md`, write(number)]));
}

test("10,000 posts are read in a second or so", { timeout: 60_000 }, () => {
  const posts = times(10_000, (number) => {
    const tags = `tags: [tag ${number % 100}, tag ${(number * 7) % 100}, tag ${(number * 13) % 100}]`;
    return `${post(`${tags}\ncategories: Parent ${number % 4}/Child ${number % 12}`)}\n${words}\n`;
  });
  const { blog, lines } = timed(posts);
  expect([blog.posts.length, blog.tags.length, blog.categories.length, lines.length]).toEqual([10_000, 100, 4, 0]);
});

test("so are 10,000 posts with nothing in common", { timeout: 60_000 }, () => {
  const posts = times(10_000, (number) =>
    post(`tags: tag ${number}\nauthor: Author ${number}\nseries: s${number}\naliases: /old/${number}`),
  );
  expect(timed(posts).blog.tags).toHaveLength(10_000);
});

test("so are 3,000 posts with everything wrong", { timeout: 60_000 }, () => {
  const wrong = "slug: same\ndraft: perhaps\ntags: [[x], C, c, C++]\naliases: [/same/, nowhere]\nmood: bad";
  expect(timed(times(3000, () => post(wrong))).lines.length).toBeGreaterThan(15_000);
});

test("so is one post with 20,000 unknown keys or 20,000 wrong items", { timeout: 60_000 }, () => {
  const keys = Array.from({ length: 20_000 }, (_, number) => `key${number}: x`).join("\n");
  const items = `tags:\n${"- [x]\n".repeat(20_000)}`;
  expect(timed({ "a.md": post(keys), "b.md": post(items) }).lines).toHaveLength(40_000);
});

test("so is one post with a hundred thousand quotes", { timeout: 60_000 }, () => {
  expect(timed({ "a.md": post(`tags: ${'"'.repeat(100_000)}`) }).lines).toHaveLength(1);
});
