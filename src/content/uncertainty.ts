import { asPermalink, type Permalink } from "../lib/permalink.ts";
import { isError, type Problem } from "../lib/problem.ts";
import type { Slug } from "../lib/slug.ts";
import { toAliasPermalink } from "./alias.ts";
import type { FaultyFile } from "./faulty-file.ts";
import type { Page, Post } from "./post.ts";
import { toAddressKey, type RedirectRegister } from "./redirect-register.ts";
import type { Site } from "./site.ts";
import { toLineage } from "./term.ts";

/** What mistakes leave open, so that one of them is one finding and not a hundred dead links as well. */
export type Uncertainty = {
  /** Whether an address that nothing answers now may be answered once the mistakes are mended. */
  readonly isOpen: (address: string) => boolean;
  /** Files that are there, but have mistakes of their own; by path in the blog folder. */
  readonly files: ReadonlySet<string>;
  /** Whether a finding says no more than that a setting or a register could not be read. */
  readonly isConsequence: (problem: Pick<Problem, "id">) => boolean;
};

/** `_data/terms.json` or `_data/authors.json`. */
type Register = { readonly isRead: boolean; readonly problems: readonly Problem[] };

type UncertaintyInput = {
  readonly site: Pick<Site, "permalink">;
  /** Settings that are wrong and stand at their defaults. */
  readonly wrongSettings: ReadonlySet<string>;
  readonly terms: Register;
  readonly authors: Register;
  readonly redirects: Pick<RedirectRegister, "isRead" | "open">;
  readonly faulty: readonly FaultyFile[];
};

export function createUncertainty(input: UncertaintyInput): Uncertainty {
  const { site, wrongSettings, terms, authors, redirects, faulty } = input;
  const places = toOpenPlaces(site, wrongSettings, terms.problems.some(isError));
  const open = new Set(redirects.open.map(toAddressKey));
  const answers = faulty.map((file) => toAnswer(file, site.permalink));
  const consequences = new Set([
    ...(!terms.isRead ? ["term-slug", "tag-case", "category-case"] : []),
    ...(!authors.isRead ? ["author-case"] : []),
    ...[...wrongSettings].flatMap((key) => ofSettings[key] ?? []),
  ]);
  return {
    isOpen: (address) => {
      if (!redirects.isRead || open.has(toAddressKey(asPermalink(address)))) return true;
      const folder = /(?:\/|\.html)$/.test(address) ? address : `${address}/`;
      return places.some((place) => place.test(folder)) || answers.some((mayAnswer) => mayAnswer(folder));
    },
    files: new Set(faulty.map(({ path }) => path)),
    isConsequence: ({ id }) => consequences.has(id),
  };
}

/** What is found because a setting stands at its default. */
const ofSettings: Readonly<Record<string, readonly string[]>> = {
  // Without the base path, addresses from the root on cannot be told from those of other sites.
  url: ["thread-link"],
  language: ["translation-language"],
  timezone: ["post-scheduled", "link-withheld", "date-order"],
  permalink: ["url-duplicate", "url-case", "alias-duplicate", "redirect-shadowed"],
  defaultCategory: ["category-case"],
  author: ["author-case"],
  imageHosts: ["image-remote", "author-avatar"],
};

function toOpenPlaces({ permalink }: Pick<Site, "permalink">, wrong: ReadonlySet<string>, hasWrongTerms: boolean) {
  const everything = /^/;
  const hasCategory = permalink.includes(":category");
  const places: RegExp[] = [];
  if (wrong.has("permalink")) places.push(everything);
  if (wrong.has("timezone")) places.push(/:(?:year|month|day)/.test(permalink) ? everything : /^\/archive\//);
  if (wrong.has("defaultCategory")) places.push(hasCategory ? everything : /^\/categories\//);
  if (wrong.has("author")) places.push(/^\/authors\//);
  if (wrong.has("pageSize")) places.push(/\/page\/\d+\/$/);
  if (hasWrongTerms) places.push(hasCategory ? everything : /^\/(?:categories|tags)\//);
  return places;
}

/** Whether a file may answer an address, given with what ends it, once the file is mended. */
function toAnswer({ slug, read }: FaultyFile, permalink: string): (address: string) => boolean {
  if ("text" in read) {
    // Its old addresses stand in its text, or are made of its name as the new one is.
    const isNamed = (address: string) => address.split("/").some((part) => part.replace(/\.html$/, "") === slug);
    return (address) => isNamed(address) || isWritten(address, read.text);
  }
  const others = new Set<string>(toOtherAddresses(read.entry));
  const own = toAddressPattern(read, slug, permalink);
  return (address) => others.has(address) || own.test(address);
}

/** As an alias, with or without its last slash. */
function isWritten(address: string, text: string): boolean {
  return new RegExp(`${escape(address.replace(/\/$/, ""))}/?(?:["',\\]\\s]|$)`).test(text);
}

type Known = Extract<FaultyFile["read"], { readonly entry: unknown }>;

/** What its address can be: what its mistakes leave unknown may be anything. */
function toAddressPattern({ entry, wrong }: Known, slug: Slug, permalink: string): RegExp {
  if (entry.kind === "page") return new RegExp(`^${escape(entry.url)}$`);
  const [year = "", month = "", day = ""] = wrong.has("date")
    ? ["\\d{4}", "\\d{2}", "\\d{2}"]
    : entry.date.toFormat("yyyy-MM-dd").split("-");
  const category = wrong.has("categories") ? ".+" : escape(toCategoryPath(entry));
  const parts: Readonly<Record<string, string>> = { slug: escape(slug), year, month, day, category };
  const source = escape(permalink).replace(/:(slug|year|month|day|category)/g, (_, name: string) => parts[name] ?? "");
  return new RegExp(`^${source}$`);
}

function escape(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
}

function toCategoryPath({ categories }: Post): string {
  return categories[0]?.url.replace(/^\/categories\/|\/$/g, "") ?? "";
}

/** Old addresses, and lists that perhaps nothing else is on. */
function toOtherAddresses(entry: Post | Page): Permalink[] {
  const aliases = entry.aliases.flatMap((alias) => toAliasPermalink(alias) ?? []);
  if (entry.kind === "page") return aliases;
  const terms = [...entry.categories, ...entry.tags].flatMap(toLineage);
  return [...aliases, ...terms.map(({ url }) => url), ...entry.authors.map(({ permalink }) => permalink)];
}
