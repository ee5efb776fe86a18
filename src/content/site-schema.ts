import { z } from "zod";
import { isTimeZone } from "../lib/date.ts";
import { toLanguage } from "../lib/language.ts";
import { decodePath } from "../lib/permalink.ts";
import { show } from "../lib/show.ts";
import { field, readText, readTexts, refuse, text, type Mistake, type Notation, type Reading } from "./field.ts";
import { readChecks } from "./read-checks.ts";
import { readBranch, readFolder, readRepository } from "./repository.ts";
import type { CheckLevel, NavItem } from "./site.ts";
import { toPath } from "./term-spelling.ts";

/** `_data/site.ts` as the owner writes it; everything has a default. */
export type SiteSettings = {
  /** The blog's name. */
  title?: string;
  /** One sentence for search engines and feed readers. */
  description?: string;
  /** Full address, with the base path if there is one: `https://example.org/blog/`. */
  url?: string;
  /** BCP 47 code of most posts: `en`, `de`, `pt-BR`. */
  language?: string;
  /** IANA zone of dates without an offset: `Europe/Berlin`. */
  timezone?: string;
  /** Pattern of post URLs with `:slug :year :month :day :category`. */
  permalink?: string;
  /** Category of posts that name none. */
  defaultCategory?: string;
  /** Key of `_data/authors.json`, or a name. */
  author?: string;
  /** Links of the header; `url` is a path on this blog or a full address. */
  nav?: NavItem[];
  /** Posts on one page of a list, 1 to 1000. */
  pageSize?: number;
  /** Entries in a feed, 1 to 1000. */
  feedSize?: number;
  /** Hosts whose images may be shown. */
  imageHosts?: string[];
  /** Hosts whose frames may be shown. */
  frameHosts?: string[];
  search?: boolean;
  cards?: boolean;
  /** Where the blog's texts are kept on GitHub, for the links *Edit this page* and *View history*: `owner/name`. */
  repository?: string;
  /** The branch that is published, `main` unless said. */
  branch?: string;
  /** The blog's folder in the repository, where it is not the root: `sites/blog`. */
  folder?: string;
  /** How `npm run check` takes a finding, by its id: `{ "title-length": "off" }`; docs/checks.md lists them. */
  checks?: Record<string, CheckLevel>;
  /** Host, with the base path if there is one, in the ids of feed entries; set it to the old host when the blog moves to another domain. */
  feedId?: string;
};

const notation: Notation = {
  id: "site-setting",
  text: (key) => `${key}: "some text"`,
  list: (key) => `${key}: ["one.example", "two.example"]`,
};

export const siteSchema = z.object({
  title: text("title", notation),
  description: text("description", notation),
  url: field(readUrl),
  language: field(readLanguage),
  timezone: field(readTimezone),
  permalink: field(readPermalink),
  defaultCategory: field(readCategory),
  author: text("author", notation),
  nav: field(readNav),
  pageSize: field((value) => readSize("pageSize", value)),
  feedSize: field((value) => readSize("feedSize", value)),
  imageHosts: field((value) => readHosts("imageHosts", value)),
  frameHosts: field((value) => readHosts("frameHosts", value)),
  search: field((value) => readSwitch("search", value)),
  cards: field((value) => readSwitch("cards", value)),
  repository: field(readRepository),
  branch: field(readBranch),
  folder: field(readFolder),
  checks: field(readChecks),
  feedId: field(readFeedId),
});

export type SiteValues = z.output<typeof siteSchema>;

const { id } = notation;

function readSwitch(key: string, value: unknown): Reading<boolean> {
  if (typeof value === "boolean") return { value };
  const remedy = `Write \`${key}: true\` or \`${key}: false\`.`;
  return refuse(id, `\`${key}\` must be true or false (found ${show(value)})`, remedy);
}

function readSize(key: string, value: unknown): Reading<number> {
  if (typeof value === "number" && Number.isInteger(value) && value >= 1 && value <= 1000) return { value };
  const message = `\`${key}\` must be a whole number from 1 to 1000 (found ${show(value)})`;
  return refuse(id, message, `Write \`${key}: 10\`.`);
}

function readHosts(key: string, value: unknown): Reading<readonly string[]> {
  const read = readTexts(key, value, notation);
  if (!("value" in read)) return read;
  const hosts = read.value.filter((host) => host !== "").map((host) => host.toLowerCase());
  const wrong = hosts.find((host) => !/^(?:\*\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*(?::\d+)?$/.test(host));
  if (wrong === undefined) return { value: hosts };
  const remedy = `Write \`${key}: ["media.example.org", "*.example.net"]\`.`;
  return refuse(id, `\`${key}\` must list names of hosts (found ${show(wrong)})`, remedy);
}

function readFeedId(value: unknown): Reading<string> {
  if (typeof value === "string" && /^[a-z0-9-]+(?:\.[a-z0-9-]+)*(?:\/[^\s?#]*)?$/i.test(value)) return { value };
  const message = `\`feedId\` is not a host (found ${show(value)})`;
  return refuse(id, message, 'Write the host that the feeds began with, such as `feedId: "example.org"`.');
}

function readCategory(value: unknown): Reading<string> {
  const read = readText("defaultCategory", value, notation);
  if (!("value" in read) || toPath("categories", read.value).length > 0) return read;
  const remedy = 'Write `defaultCategory: "Uncategorized"`.';
  return refuse(id, `\`defaultCategory\` names no category (found ${show(value)})`, remedy);
}

/** A blog's address: `http` or `https`, no query, single slashes, with one at the end. */
export function readUrl(value: unknown): Reading<string> {
  const remedy = 'Write the full address, such as `url: "https://example.org/blog/"`.';
  const refused = refuse(id, `\`url\` is not a web address (found ${show(value)})`, remedy);
  if (typeof value !== "string" || !URL.canParse(value)) return refused;
  const { protocol, username, password, origin, pathname, search, hash } = new URL(value);
  if (!/^https?:$/.test(protocol) || username || password || search || hash) return refused;
  return { value: origin + `${pathname}/`.replace(/\/{2,}/g, "/") };
}

function readLanguage(value: unknown): Reading<string> {
  const language = typeof value === "string" ? toLanguage(value) : undefined;
  if (language !== undefined) return { value: language };
  const remedy = 'Write `language: "en"` or `language: "pt-BR"`.';
  return refuse(id, `\`language\` is not a language code (found ${show(value)})`, remedy);
}

function readTimezone(value: unknown): Reading<string> {
  if (typeof value === "string" && isTimeZone(value)) return { value };
  const remedy = 'Write a name such as `timezone: "Europe/Berlin"` or `timezone: "UTC"`.';
  return refuse(id, `\`timezone\` is not a known time zone (found ${show(value)})`, remedy);
}

function readPermalink(value: unknown): Reading<string> {
  const remedy =
    'Write a pattern such as `permalink: "/:year/:month/:slug/"` with :slug, :year, :month, :day, :category.';
  if (typeof value !== "string" || !isPathPattern(value)) {
    return refuse(id, `\`permalink\` must be a plain path from \`/\` to \`/\` (found ${show(value)})`, remedy);
  }
  const unknown = value.match(/:[\p{L}\p{N}_]*/gu)?.find((name) => !/^:(?:slug|year|month|day|category)$/.test(name));
  if (unknown) return refuse(id, `\`permalink\` has an unknown part (found ${unknown})`, remedy);
  if (!value.includes(":slug")) return refuse(id, `\`permalink\` lacks \`:slug\` (found ${show(value)})`, remedy);
  return { value: value.normalize("NFC") };
}

/** What stands on a disk and in an address alike. */
function isPathPattern(value: string): boolean {
  return /^\/(?:.*\/|.+\.html)?$/s.test(value) && !/[\\?#%\s\p{Cc}\p{Cs}]|\/\.{1,2}\/|\/\//u.test(value);
}

const navItem = z.object({
  label: z.string().trim().min(1),
  url: z.string().regex(/^(?:\/(?!\/)|https?:\/\/|mailto:)/),
});

function readNav(value: unknown): Reading<readonly NavItem[]> {
  const remedy = 'Write `nav: [{ label: "About", url: "/about/" }]`.';
  if (!Array.isArray(value)) return refuse(id, `\`nav\` must be a list (found ${show(value)})`, remedy);
  const items: NavItem[] = [];
  const mistakes: Mistake[] = [];
  for (const [index, item] of value.entries()) {
    const { data } = navItem.safeParse(item);
    const message = `a \`nav\` entry needs \`label\` and \`url\` (found ${show(item)})`;
    if (data) items.push({ label: data.label, url: data.url.startsWith("/") ? decodePath(data.url) : data.url });
    else mistakes.push({ id, message, remedy, path: [index] });
  }
  return mistakes.length > 0 ? { mistakes } : { value: items };
}
