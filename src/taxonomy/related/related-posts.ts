import { sortPosts } from "../../content/archives.ts";
import type { Post } from "../../content/post.ts";
import { memoise } from "../../lib/memoise.ts";
import { countTerms } from "./count-terms.ts";
import { createNearest } from "./nearest.ts";
import { weighTerms } from "./weigh-terms.ts";

const shown = 3;

/**
 * Posts that say something alike, most alike first; nothing is computed before the first question. The answer depends
 * on the posts alone, not on their order: what is equally near comes newest first, as everywhere.
 */
export function createRelated(posts: readonly Post[]): (post: Post) => readonly Post[] {
  const groups = memoise((language: string) => {
    const own = sortPosts(posts.filter(({ lang }) => toBase(lang) === language));
    return {
      own,
      nearest: createNearest(weighTerms(countTerms(own))),
      places: new Map(own.map((post, n) => [post, n])),
    };
  });
  return memoise((post) => {
    const { own, nearest, places } = groups(toBase(post.lang));
    const place = places.get(post);
    if (place === undefined) return [];
    const found: Post[] = [];
    for (const number of nearest(place)) {
      const other = own[number];
      if (other && isElsewhere(post, other)) found.push(other);
      if (found.length === shown) break;
    }
    return found;
  });
}

/** British posts lead to American ones. */
function toBase(lang: string): string {
  return lang.split("-")[0] ?? lang;
}

/** The parts of a series are in its box already, and a translation says the same. */
function isElsewhere(post: Post, other: Post): boolean {
  const isPart = post.series !== undefined && post.series === other.series;
  return !isPart && (post.translationOf ?? post.id) !== (other.translationOf ?? other.id);
}
