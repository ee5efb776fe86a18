import type { DateTime } from "luxon";
import { Document, isSeq } from "yaml";
import { toSlug, type Slug } from "../lib/slug.ts";
import type { Series } from "./blog.ts";
import { foldPath, toPath } from "./term-spelling.ts";

/** What an author says of a post that is to be begun. */
export type NewPostRequest = {
  readonly title: string;
  readonly categories: readonly string[];
  readonly tags: readonly string[];
  readonly series?: string | undefined;
  readonly draft: boolean;
  /** `posts/<slug>/index.md`, with room for pictures beside it, instead of `posts/<slug>.md`. */
  readonly inFolder: boolean;
};

export type NewPost = {
  readonly slug: Slug;
  /** Relative to the blog folder. */
  readonly path: string;
  readonly text: string;
};

/** A file with its front matter filled in; `date` in the blog's zone. The id is written out, so that the file may be renamed. */
export function toNewPost(request: NewPostRequest, date: DateTime): NewPost {
  const title = request.title.replace(/[\s\p{Cc}]+/gu, " ").trim();
  const slug = toSlug(title);
  const { categories, tags, series, draft, inFolder } = request;
  const frontMatter = new Document({
    title,
    date: date.toFormat("yyyy-MM-dd HH:mm"),
    id: slug,
    description: null,
    ...(categories.length > 0 && { categories }),
    ...(tags.length > 0 && { tags }),
    ...(series && { series }),
    ...(draft && { draft }),
  });
  for (const key of ["categories", "tags"]) {
    const list = frontMatter.get(key, true);
    if (isSeq(list)) list.flow = true;
  }
  const yaml = frontMatter.toString({ lineWidth: 0, nullStr: "", flowCollectionPadding: false });
  return {
    slug,
    path: inFolder ? `posts/${slug}/index.md` : `posts/${slug}.md`,
    text: `---\n${yaml.replace(/ +$/gm, "")}---\n\n`,
  };
}

/** The names as the blog writes them already: `javascript` is `JavaScript` where that is in use. */
export function toUsualNames(
  key: "categories" | "tags",
  names: readonly string[],
  used: readonly (readonly string[])[],
): string[] {
  const usual = new Map(used.map((path) => [foldPath(path), path.join("/")]));
  const wanted = names.map((name) => toPath(key, name)).filter((path) => path.length > 0);
  return [...new Set(wanted.map((path) => usual.get(foldPath(path)) ?? path.join("/")))];
}

/** A series as most of its posts name it. */
export function toUsualSeries(name: string | undefined, used: readonly Series[]): string | undefined {
  if (name === undefined) return undefined;
  const rarestFirst = used.toSorted((a, b) => a.posts.length - b.posts.length || (a.name < b.name ? 1 : -1));
  const paths = rarestFirst.map((series) => [series.name]);
  return toUsualNames("tags", [name], paths)[0];
}
