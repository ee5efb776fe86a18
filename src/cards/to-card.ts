import type { Author } from "../content/author.ts";
import type { Page, Post } from "../content/post.ts";
import type { Site } from "../content/site.ts";
import { toDirection } from "../lib/direction.ts";
import { findDirection } from "./bidi.ts";
import type { Card } from "./card.ts";
import type { CardColours } from "./card-colours.ts";
import type { FontLibrary } from "./font-families.ts";
import { toReadableText } from "./readable-text.ts";

/** What cards are made with. */
export type CardStudio = {
  readonly site: Site;
  readonly colours: CardColours;
  readonly library: FontLibrary;
  /** A day as the pages of the language write it. */
  readonly formatDay: (milliseconds: number, zone: string, lang: string) => string;
};

/** The card of a post or page; undefined where no font can write its title. */
export function toEntryCard(entry: Post | Page, studio: CardStudio): Card | undefined {
  const { site, colours } = studio;
  const { lang } = entry;
  const read = (text: string) => toReadableText(text, lang, studio.library).text;
  const title = read(entry.title);
  if (title === undefined) return undefined;
  return {
    title,
    ...(entry.kind === "post" && {
      kicker: read(toCategory(entry, site)),
      author: toNames(entry.authors, lang, read),
      date: toDate(entry, studio),
    }),
    source: read(site.title) ?? toHost(site),
    lang,
    direction: toCardDirection(title, lang),
    colours,
  };
}

/** The blog's own card, for its home page and its lists. */
export function toBlogCard({ site, colours, library }: CardStudio): Card {
  const lang = site.language;
  const read = (text: string) => toReadableText(text, lang, library).text;
  const name = read(site.title);
  const title = name ?? toHost(site);
  return {
    title,
    description: read(site.description),
    source: name !== undefined && isLocal(site) ? name : toHost(site),
    lang,
    direction: toCardDirection(title, lang),
    colours,
  };
}

/** The default category says only that nobody chose one. */
function toCategory({ categories: [category] }: Post, { defaultCategory }: Site): string {
  return category === undefined || category.name === defaultCategory ? "" : category.name;
}

/** `Ada, Ben and Cleo`, as the language joins them. */
function toNames(
  authors: readonly Author[],
  lang: string,
  read: (text: string) => string | undefined,
): string | undefined {
  const names = authors.flatMap(({ name }) => read(name) ?? []);
  if (names.length < 2) return names[0];
  const sentence = new Intl.ListFormat(lang, { style: "long", type: "conjunction" }).format(names);
  return read(sentence) ?? names.join(", ");
}

/** Where no font has the letters of the month, the date in numbers, which everybody reads. */
function toDate({ date, lang }: Post, { site, library, formatDay }: CardStudio): string {
  const day = toReadableText(formatDay(date.toMillis(), site.timezone, lang), lang, library);
  return day.text !== undefined && day.missing.length === 0 ? day.text : date.toFormat("yyyy-MM-dd");
}

/** A title in letters that run from the right is set from there, whatever the language around it. */
function toCardDirection(title: string, lang: string) {
  return toDirection(lang) === "rtl" ? "rtl" : (findDirection(title) ?? "ltr");
}

function toHost({ url }: Site): string {
  return url.replace(/^https?:\/\/|\/$/g, "");
}

function isLocal({ url }: Site): boolean {
  return /^https?:\/\/(?:localhost|127\.)/.test(url);
}
