import { readFileSync } from "node:fs";
import { cardHeight, cardWidth, type Card } from "../../cards/card.ts";
import { parseCardColours } from "../../cards/card-colours.ts";
import { findMissingGlyphs, type LocateKey } from "../../cards/missing-glyphs.ts";
import { toBlogCard, toEntryCard, type CardStudio } from "../../cards/to-card.ts";
import type { Blog } from "../../content/blog.ts";
import { parseFrontMatter } from "../../content/front-matter.ts";
import type { PageContext } from "../../content/page-context.ts";
import type { Page, Post } from "../../content/post.ts";
import { decodeSource } from "../../content/source-file.ts";
import { toCacheKey, type OpenCache } from "../../files/cache.ts";
import { memoise } from "../../lib/memoise.ts";
import { href, toFilePermalink, toOutputPath, toPermalink } from "../../lib/permalink.ts";
import type { Problem } from "../../lib/problem.ts";
import { shorten } from "../../lib/slug.ts";
import { createFontLibrary } from "./card-fonts.ts";
import { createCardMaker, type CardMaker, type WantedCard } from "./card-maker.ts";
import { readCardVersions } from "./card-versions.ts";

/** The social cards of a site, and what is wrong with them. */
export type CardStore = Pick<CardMaker, "start" | "finish" | "stop"> & {
  readonly cardOf: PageContext["cardOf"];
  /** One card by its path in the output folder, drawn now unless the cache has it. */
  readonly draw: (path: string) => Promise<Uint8Array | undefined>;
  readonly problems: readonly Problem[];
};

export type CardStoreOptions = {
  readonly blog: Blog;
  /** The owner's style tokens. */
  readonly theme: string;
  readonly cache: OpenCache;
  readonly formatDay: CardStudio["formatDay"];
};

export function createCardStore({ blog, theme, cache, formatDay }: CardStoreOptions): CardStore {
  const { site } = blog;
  const library = createFontLibrary();
  const studio: CardStudio = { site, colours: parseCardColours(readFileSync(theme, "utf8")), library, formatDay };
  const versions = readCardVersions();
  const maker = createCardMaker({ cache: cache("cards-1") });
  const byPath = new Map<string, WantedCard>();
  const name = (card: Card, id: string, file: string): Named => {
    const key = toCacheKey(versions, JSON.stringify(card));
    const permalink = toFilePermalink(toPermalink("cards"), `${shorten(id, longestId)}.${key.slice(0, 10)}.png`);
    const alt = [card.title, ...(card.source === card.title ? [] : [card.source])].join(" · ");
    const image = { src: href(site, permalink), alt, width: cardWidth, height: cardHeight };
    const wanted = { path: toOutputPath(permalink), key, card, file };
    byPath.set(wanted.path, wanted);
    return { image, wanted };
  };
  const ofBlog = memoise(() => name(toBlogCard(studio), "blog", "the blog"));
  const ofEntry = memoise((entry: Post | Page) => {
    const card = toEntryCard(entry, studio);
    return card ? name(card, entry.id, entry.source.file) : ofBlog(undefined);
  });
  const entries = [...blog.posts, ...blog.pages];
  return {
    ...maker,
    cardOf: (entry) => {
      const { image, wanted } = entry ? ofEntry(entry) : ofBlog(undefined);
      maker.want(wanted);
      return image;
    },
    draw: async (path) => {
      // The page that names it may have been rendered by a plan before this one.
      if (!byPath.has(path)) for (const entry of entries) ofEntry(entry);
      const found = byPath.get(path);
      return found && maker.drawOne(found);
    },
    // Who has a picture needs no card; a drawing is none that could be shared.
    problems: findMissingGlyphs(
      entries.filter(({ image }) => !image || /\.svg$/i.test(image.src)),
      library,
      locateKey,
    ),
  };
}

type Named = { readonly image: NonNullable<ReturnType<PageContext["cardOf"]>>; readonly wanted: WantedCard };

// A disk takes names of 255 bytes.
const longestId = 200;

// Read once more: nearly no title has anything to tell.
const locateKey: LocateKey = ({ source: { file, path } }, keys) => {
  const decoded = decodeSource({ file, path, bytes: readFileSync(file) });
  const { frontMatter } = "text" in decoded ? parseFrontMatter(decoded.text, file) : {};
  const key = keys.find((name) => frontMatter && Object.hasOwn(frontMatter.data, name));
  return key !== undefined && frontMatter ? frontMatter.locate([key]) : { line: 1, column: 1 };
};
