import { join } from "node:path";
import { withDescendants } from "../content/blog.ts";
import { toNewPost, toUsualNames, toUsualSeries, type NewPostRequest } from "../content/new-post.ts";
import { toSourceName } from "../content/source-path.ts";
import { createFile } from "../files/atomic-file.ts";
import { toSlug, type Slug } from "../lib/slug.ts";
import { toDisplayPath } from "./blog-folder.ts";
import type { LoadedBlog, LoadOptions } from "./load-blog.ts";

export type BegunPost = { readonly file: string } | { readonly refusal: string };

/** Writes a new post into the blog; never over or beside one of the same name or id. */
export function beginPost(request: NewPostRequest, { folder, now }: LoadOptions, loaded: LoadedBlog): BegunPost {
  const { blog } = loaded;
  const toTerms = (roots: typeof blog.tags) => roots.flatMap(withDescendants).map(({ term }) => term.path);
  const wanted = {
    ...request,
    categories: toUsualNames("categories", request.categories, toTerms(blog.categories)),
    tags: toUsualNames("tags", request.tags, toTerms(blog.tags)),
    series: toUsualSeries(request.series, [...blog.series.values()]),
  };
  const post = toNewPost(wanted, now.setZone(blog.site.timezone));
  const owner = findOwner(post.slug, loaded);
  const file = join(folder.posts, post.path.slice("posts/".length));
  if (owner !== undefined || !createFile(file, post.text)) {
    const taken = owner ?? toDisplayPath(file);
    return { refusal: `The name "${post.slug}" is taken (by ${taken}). Choose another title, or edit that post.` };
  }
  return { file: toDisplayPath(file) };
}

function findOwner(slug: Slug, { blog, sources }: LoadedBlog): string | undefined {
  const entry = [...blog.posts, ...blog.pages].find((other) => other.id === slug || other.slug === slug);
  return (
    entry?.source.file ?? sources.find((path) => path.startsWith("posts/") && toSlug(toSourceName(path).name) === slug)
  );
}
