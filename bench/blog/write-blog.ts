import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { formatThread } from "../../src/comments/format-thread.ts";
import type { Comment } from "../../src/comments/thread.ts";
import { makePosts, type BenchPost } from "./make-posts.ts";

/** What our own site has beside those of the peers. */
export type Extra = "" | "search" | "cards";

export type BlogSize = {
  readonly posts: number;
  /** How many posts have a conversation, and how long each is. */
  readonly threads: number;
  readonly commentsOfThread: number;
};

/** A conversation on one post in four. */
export function toUsualSize(posts: number): BlogSize {
  return { posts, threads: Math.floor(posts / 4), commentsOfThread: 5 };
}

/** Search index and cards are off, because no peer has them; unless their own cost is asked for. */
const toSettings = (more: Extra): string => `export default {
  title: "The bench",
  description: "Generated posts, the same at every run.",
  url: "https://bench.example/",
  author: "Bench",
  pageSize: 10,
  search: ${more === "search"},
  cards: ${more === "cards"},
};
`;

/** Writes a blog folder; the Markdown in `posts/` is what the peers read too. */
export function writeBlog(folder: string, { posts, threads, commentsOfThread }: BlogSize, more: Extra = ""): void {
  rmSync(folder, { recursive: true, force: true });
  for (const name of ["_data", "posts", "comments"]) mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, "_data/site.ts"), toSettings(more));
  const every = threads === 0 ? Infinity : Math.floor(posts / threads);
  let number = 0;
  for (const post of makePosts(posts)) {
    number++;
    writeFileSync(join(folder, "posts", `${post.slug}.md`), toSource(post));
    if (number % every === 0) {
      writeFileSync(join(folder, "comments", `${post.slug}.json`), toThread(post, number, commentsOfThread));
    }
  }
}

/** Front matter that each generator understands in the same way. */
function toSource({ title, date, description, category, tags, body }: BenchPost): string {
  const lines = [
    `title: ${title}`,
    `date: ${date}`,
    `description: ${description}`,
    `categories: [${category}]`,
    `tags: [${tags.join(", ")}]`,
  ];
  return `---\n${lines.join("\n")}\n---\n\n${body}`;
}

function toThread({ slug, description }: BenchPost, number: number, count: number): string {
  const comments = Array.from({ length: count }, (_, index) => index)
    .filter((index) => index % 3 !== 2)
    .map((index) => {
      const replies = index % 3 === 1 && index + 1 < count ? [toComment(number, index + 1, description)] : [];
      return { ...toComment(number, index, description), replies };
    });
  return formatThread({ post: slug, discussion: null, comments });
}

function toComment(number: number, index: number, words: string): Comment {
  const id = number * 1000 + index;
  const minute = String(index % 60).padStart(2, "0");
  return {
    id: `wordpress-${id}`,
    source: "wordpress",
    anchor: `comment-${id}`,
    author: { name: `Reader ${id % 97}` },
    createdAt: `2026-01-${String(1 + (number % 28)).padStart(2, "0")}T${String(index % 24).padStart(2, "0")}:${minute}:00Z`,
    html: `<p>${words}</p>\n<p>Number <strong>${id}</strong>, and <a href="https://example.org/${id}">more</a>.</p>`,
    status: "visible",
    replies: [],
  };
}
