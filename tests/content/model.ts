import { DateTime } from "luxon";
import { buildBlog, type BuiltBlog } from "../../src/content/build-blog.ts";
import { parseSite } from "../../src/content/parse-site.ts";
import { parseRedirects } from "../../src/content/redirect-register.ts";
import { parseAuthors, parseTerms } from "../../src/content/registers.ts";
import type { SiteSettings } from "../../src/content/site-schema.ts";
import type { Post } from "../../src/content/post.ts";
import type { SourceFile } from "../../src/content/source-file.ts";
import { asPermalink } from "../../src/lib/permalink.ts";
import { formatProblem } from "../../src/lib/problem.ts";

type Texts = Readonly<Record<string, string | Uint8Array>>;

type Sources = {
  readonly posts?: Texts;
  readonly pages?: Texts;
  readonly site?: SiteSettings;
  readonly terms?: unknown;
  readonly authors?: unknown;
  readonly now?: string;
  readonly preview?: boolean;
  readonly published?: readonly string[];
  readonly redirects?: unknown;
};

/** A blog out of texts, and its problems as they are printed. */
export function build(sources: Sources): BuiltBlog & { readonly lines: readonly string[] } {
  const { posts = {}, pages = {}, site: settings = {}, terms, authors, redirects, preview = false } = sources;
  const readTerms = parseTerms(terms === undefined ? undefined : toJson("terms.json", terms));
  const readAuthors = parseAuthors(authors === undefined ? undefined : toJson("authors.json", authors));
  const { site } = parseSite({ file: "_data/site.ts", text: "", value: settings }, readAuthors.value);
  const readRedirects = parseRedirects(redirects === undefined ? undefined : toJson("redirects.json", redirects), site);
  const built = buildBlog({
    posts: toFiles("posts", posts),
    pages: toFiles("pages", pages),
    site,
    terms: readTerms.value,
    authors: readAuthors.value,
    now: DateTime.fromISO(sources.now ?? "2026-06-01T12:00:00Z", { zone: site.timezone }),
    preview,
    published: new Set((sources.published ?? []).map(asPermalink)),
    redirects: readRedirects.value,
    threads: new Map(),
    isJoinable: false,
  });
  const problems = [...readTerms.problems, ...readAuthors.problems, ...readRedirects.problems, ...built.problems];
  return { ...built, problems, lines: problems.map(formatProblem) };
}

export function toFile(folder: string, path: string, content: string | Uint8Array): SourceFile {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  return { file: `${folder}/${path}`, path, bytes };
}

function toFiles(folder: string, texts: Texts): SourceFile[] {
  return Object.entries(texts).map(([path, content]) => toFile(folder, path, content));
}

export function toJson(name: string, value: unknown): SourceFile {
  return toFile("_data", name, typeof value === "string" ? value : JSON.stringify(value, undefined, 2));
}

/** A post with a title and a date of its own, and what else is named. */
export function post(keys = "", title = "A title"): string {
  const more = keys === "" ? "" : `${keys}\n`;
  return `---\ntitle: ${title}\ndate: 2026-01-05\n${more}---\n\nSome words.\n`;
}

/** What a check of one post prints. */
export function check(text: string | Uint8Array, path = "a.md"): readonly string[] {
  return build({ posts: { [path]: text } }).lines;
}

/** The only post of a blog that has one. */
export function only(text: string | Uint8Array, path = "a.md"): Post {
  const { blog, lines } = build({ posts: { [path]: text }, preview: true });
  const [first] = blog.posts;
  if (!first) throw new Error(`There is no post:\n${lines.join("\n")}`);
  return first;
}
