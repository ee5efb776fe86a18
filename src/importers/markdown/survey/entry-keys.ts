import type { Finding } from "../../finding.ts";
import { show } from "../../../lib/show.ts";
import { isRecord } from "../../../lib/is-record.ts";
import { dateKeys, updateKeys } from "./find-date.ts";
import { visibilityKeys } from "./find-visibility.ts";
import type { SourceText } from "./source-text.ts";

export const imageKeys = [
  "image",
  "cover",
  "cover_image",
  "coverImage",
  "featured_image",
  "featuredImage",
  "featured-image",
  "feature_image",
  "feature",
  "thumbnail",
  "thumb",
  "banner",
  "hero",
  "heroImage",
  "hero_image",
  "header",
  "img",
  "og_image",
  "ogImage",
  "social_image",
  "images",
  "index_img",
  "top_img",
  "photos",
  "teaser",
];
export const descriptionKeys = ["description", "summary", "excerpt", "abstract", "desc"];
export const aliasKeys = ["aliases", "redirect_from", "alias", "redirects", "old_url"];
export const pinKeys = ["pinned", "pin", "sticky", "top"];
export const noindexKeys = ["noindex", "robotsNoIndex", "robots_noindex", "no_index", "robots", "sitemap"];
export const commentKeys = [
  "comments",
  "comment",
  "disqus",
  "disableComments",
  "disable_comments",
  "nocomments",
  "no_comments",
];
export const tocKeys = ["toc", "showToc", "ShowToc", "showtoc", "tableOfContents"];
export const languageKeys = ["lang", "language", "locale"];
const authorKeys = ["authors", "author"];
export const mathKeys = ["math", "mathjax", "katex", "use_math", "latex", "usemathjax"];

const otherKeys = "title slug url permalink path categories category tags tag series taxonomies extra params".split(
  " ",
);

const known = new Set<string>([
  ...dateKeys,
  ...updateKeys,
  ...visibilityKeys,
  ...imageKeys,
  ...descriptionKeys,
  ...aliasKeys,
  ...pinKeys,
  ...noindexKeys,
  ...commentKeys,
  ...tocKeys,
  ...languageKeys,
  ...authorKeys,
  ...mathKeys,
  ...otherKeys,
  "excerpt_separator",
  "cascade",
  "passwords",
  "publish",
]);

/** Front matter that the new blog has no place for: one finding for each key, whatever the number of its files. */
export function findUnknownKeys(texts: readonly SourceText[]): Finding[] {
  const found = new Map<string, { count: number; first: string; example: string }>();
  for (const { front, key: file, status } of texts) {
    // Nothing is said of what somebody locked.
    if (status === "private" || status === "password") continue;
    for (const [key, value] of listUnknown(front.data)) {
      const entry = found.get(key);
      if (entry) entry.count += 1;
      else found.set(key, { count: 1, first: `${file}, line ${front.lineOf(key)}`, example: `${key}: ${show(value)}` });
    }
  }
  return Array.from(found, ([key, { count, first, example }]): Finding => {
    const where = count === 1 ? `In ${first}.` : `In ${count} files, first in ${first}.`;
    return {
      kind: "front-matter",
      found: example,
      outcome: "dropped",
      note: `${where} The new blog has no \`${key}\`.`,
    };
  }).sort((a, b) => (a.found < b.found ? -1 : 1));
}

function listUnknown(data: Readonly<Record<string, unknown>>): [string, unknown][] {
  const groups = ["extra", "params", "taxonomies"] as const;
  return [
    ...Object.entries(data).filter(([key]) => !known.has(key)),
    ...groups.flatMap((group) => {
      const inner = data[group];
      if (!isRecord(inner)) return [];
      return Object.entries(inner)
        .filter(([key]) => !known.has(key))
        .map(([key, value]): [string, unknown] => [`${group}.${key}`, value]);
    }),
  ];
}
