import type { DateTime } from "luxon";
import { asPermalink, type Permalink } from "../lib/permalink.ts";
import { shorten, type Slug } from "../lib/slug.ts";

/** What the parts of `site.permalink` are taken from; `category` is the slug path of the post's first category. */
export type PermalinkParts = { readonly slug: Slug; readonly date: DateTime; readonly category: string };

// Several parts in one segment can be longer together than the name of a file may be.
const longestSegment = 240;

/** A post's URL by the blog's pattern; year, month and day are those of the blog's time zone. */
export function toPostUrl(pattern: string, { slug, date, category }: PermalinkParts): Permalink {
  const parts: Readonly<Record<string, string>> = {
    slug,
    category,
    year: String(date.year).padStart(4, "0"),
    month: String(date.month).padStart(2, "0"),
    day: String(date.day).padStart(2, "0"),
  };
  const path = pattern.replace(/:(slug|year|month|day|category)/g, (_, name: string) => parts[name] ?? "");
  return asPermalink(path.split("/").map(fit).join("/"));
}

function fit(segment: string): string {
  const extension = segment.endsWith(".html") ? ".html" : "";
  return shorten(segment.slice(0, segment.length - extension.length), longestSegment) + extension;
}
