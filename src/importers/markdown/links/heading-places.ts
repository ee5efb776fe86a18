import { slug } from "github-slugger";
import MarkdownIt from "markdown-it";
import { reservedIds } from "../../../content/reserved-ids.ts";
import { PageIds } from "../../../markdown/page-ids.ts";
import { toPlainText } from "../../../markdown/plain-text.ts";
import type { GeneratorName } from "../generator.ts";
import { toHexoPath } from "../hexo/hexo-address.ts";
import { toAsciiSlug } from "../urls/old-slugs.ts";

const md = new MarkdownIt({ html: true });

const slugs: Readonly<Record<GeneratorName, (text: string) => string>> = {
  zola: toAsciiSlug,
  hexo: toHexoPath,
  jekyll: slug,
  hugo: slug,
  eleventy: slug,
};

/** The id of each heading of a text in the new blog, by the one that it had: `what-s-next` is `whats-next`. */
export function toHeadingPlaces(text: string, generator: GeneratorName): ReadonlyMap<string, string> {
  const ids = new PageIds(reservedIds);
  const counts = new Map<string, number>();
  const places = new Map<string, string>();
  const tokens = md.parse(text, {});
  for (const [index, { type }] of tokens.entries()) {
    if (type !== "heading_open") continue;
    const title = toPlainText(tokens[index + 1]?.children ?? [], "alt").trim();
    const base = slugs[generator](title);
    const count = counts.get(base) ?? 0;
    counts.set(base, count + 1);
    places.set(count === 0 ? base : `${base}-${count}`, ids.takeForHeading(title));
  }
  return places;
}
