import type { DateTime } from "luxon";
import { siteSchema } from "../../../content/site-schema.ts";
import { toPostUrl } from "../../../content/post-url.ts";
import { toSlug } from "../../../lib/slug.ts";
import { toAnswer } from "./old-path.ts";
import { asPermalink } from "../../../lib/permalink.ts";

/** Where a post was, and what the new blog makes addresses of. */
export type OldPost = {
  readonly path: string;
  readonly date: DateTime<true>;
  /** Slug path of its first category. */
  readonly category: string;
};

const usual = "/posts/:slug/";

/**
 * The pattern that gives most posts an address like their old one: what was a date, a category or a slug in it becomes
 * a part of the pattern. A post that does not fit is reached by an alias.
 */
export function choosePermalink(posts: readonly OldPost[]): string {
  const votes = new Map<string, number>();
  for (const post of posts) {
    for (const pattern of toPatterns(post)) {
      const slug = toSlug(cutSlug(post.path));
      const url = toPostUrl(pattern, { ...post, slug });
      const isSame = toAnswer(url) === toAnswer(asPermalink(post.path));
      // A pattern that leaves every address as it was is better than one that changes the case of a few.
      votes.set(pattern, (votes.get(pattern) ?? 0) + (isSame ? 1001 : 1000));
    }
  }
  const valid = [...votes].filter(([pattern]) => siteSchema.partial().safeParse({ permalink: pattern }).success);
  const [best] = valid.sort(
    ([a, inA], [b, inB]) => inB - inA || b.split(":").length - a.split(":").length || (a < b ? -1 : 1),
  );
  return best?.[0] ?? usual;
}

/** The last part of an address, without what a page's address ends in. */
export function cutSlug(path: string): string {
  const name =
    path
      .replace(/\/(?:index\.html?)?$/i, "")
      .split("/")
      .at(-1) ?? "";
  return name.replace(/\.html?$/i, "");
}

function toPatterns({ path, date, category }: OldPost): string[] {
  const isFile = path.endsWith(".html") && !path.endsWith("/index.html");
  const steps = path
    .replace(/\/(?:index\.html?)?$/i, "")
    .split("/")
    .slice(1, -1);
  const end = isFile ? ":slug.html" : ":slug/";
  const dated = withDate(steps, date);
  const categorised = category === "" ? undefined : withCategory(dated, category);
  return [...new Set([dated, ...(categorised ? [categorised] : [])])].map((list) => `/${[...list, end].join("/")}`);
}

/** Year, month and day count only in this order, from the first on. */
function withDate(steps: readonly string[], date: DateTime<true>): readonly string[] {
  const parts = [
    [":year", date.toFormat("yyyy")],
    [":month", date.toFormat("MM")],
    [":day", date.toFormat("dd")],
  ] as const;
  const start = steps.indexOf(parts[0][1]);
  if (start < 0) return steps;
  const result = [...steps];
  for (const [index, [name, value]] of parts.entries()) {
    if (steps[start + index] !== value) break;
    result[start + index] = name;
  }
  return result;
}

function withCategory(steps: readonly string[], category: string): readonly string[] | undefined {
  const path = category.split("/");
  const start = steps.findIndex((_, index) => path.every((step, offset) => steps[index + offset] === step));
  return start < 0 ? undefined : [...steps.slice(0, start), ":category", ...steps.slice(start + path.length)];
}
