import { withDescendants, type Archive, type Blog } from "../content/blog.ts";
import type { Post } from "../content/post.ts";
import { toPermalink } from "../lib/permalink.ts";
import type { Permalink } from "../lib/permalink.ts";

/** A list that has feeds of its own: `feed.xml` and `feed.json` below its address. */
export type FeedSource = {
  readonly url: Permalink;
  readonly title: string;
  readonly description?: string;
  readonly posts: readonly Post[];
};

/** The blog, then its categories, tags and authors. */
export function toFeedSources(blog: Blog): FeedSource[] {
  const { site } = blog;
  const toSource = ({ url, posts }: Archive, name: string, description?: string): FeedSource => {
    return { url, posts, description, title: `${name} · ${site.title}` };
  };
  return [
    { url: toPermalink(), title: site.title, description: site.description, posts: blog.posts },
    ...[...blog.categories, ...blog.tags].flatMap(withDescendants).map((archive) => {
      return toSource(archive, archive.term.path.join(" / "), archive.term.description);
    }),
    ...blog.authors.map((archive) => toSource(archive, archive.author.name, archive.author.bio)),
  ];
}
