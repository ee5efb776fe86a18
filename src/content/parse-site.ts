import { z } from "zod";
import type { Problem } from "../lib/problem.ts";
import { show } from "../lib/show.ts";
import { resolveAuthors } from "./resolve-authors.ts";
import type { AuthorSettings } from "./registers.ts";
import { findUnknownKeys, toProblems } from "./issues.ts";
import { createSettingsLocator } from "./settings-locator.ts";
import type { Repository } from "./repository.ts";
import { readUrl, siteSchema, type SiteValues } from "./site-schema.ts";
import type { Site } from "./site.ts";

const defaults = {
  title: "Klatsch",
  description: "",
  url: "http://localhost:8080/",
  language: "en",
  timezone: "UTC",
  permalink: "/posts/:slug/",
  defaultCategory: "Uncategorized",
  author: "Anonymous",
  pageSize: 10,
  feedSize: 20,
  search: true,
  cards: true,
  branch: "main",
};

/** The settings as a value, with the file that they came from. */
export type SettingsSource = { readonly file: string; readonly text: string; readonly value: unknown };

type ParsedSite = {
  readonly site: Site;
  /** Settings that stand at their defaults because their values are wrong. */
  readonly wrong: ReadonlySet<string>;
  readonly problems: readonly Problem[];
};

/**
 * Validates `_data/site.ts`. Wrong settings fall back to their defaults, so that the posts can be checked in the same
 * run; the problems say that nothing may be built. `siteUrl` replaces the address, not the ids of feed entries.
 */
export function parseSite(
  source: SettingsSource | undefined,
  authors: ReadonlyMap<string, AuthorSettings>,
  siteUrl?: string,
): ParsedSite {
  const { values, wrong, problems } = source ? readValues(source) : { values: {}, wrong: [], problems: [] };
  return { site: toSite(values, authors, siteUrl), wrong: new Set(wrong), problems };
}

/** Every setting, as when the file cannot be read at all. */
export const settingKeys: readonly string[] = Object.keys(siteSchema.shape);

type ReadSettings = {
  readonly values: Partial<SiteValues>;
  readonly wrong: readonly string[];
  readonly problems: readonly Problem[];
};

function readValues({ file, text, value }: SettingsSource): ReadSettings {
  const record = z.record(z.string(), z.unknown()).safeParse(value);
  if (!record.success) {
    const message = `the settings are no object (found ${show(value)})`;
    const remedy = 'Write `export default { title: "…", url: "…" }`.';
    const problem = { id: "site", severity: "error", file, line: 1, column: 1, message, remedy } as const;
    return { values: {}, wrong: settingKeys, problems: [problem] };
  }
  const locate = createSettingsLocator(text, settingKeys);
  const keys = { known: settingKeys, id: "site-key", severity: "warning" } as const;
  const problems = findUnknownKeys(record.data, keys, file, locate);
  const parsed = siteSchema.safeParse(record.data);
  if (parsed.success) return { values: parsed.data, wrong: [], problems };
  problems.push(...toProblems(parsed.error, file, locate));
  return { values: keepRight(record.data), wrong: parsed.error.issues.map(({ path }) => String(path[0])), problems };
}

function keepRight(data: Record<string, unknown>): Partial<SiteValues> {
  const right = Object.entries(data).filter(([key, value]) => siteSchema.partial().safeParse({ [key]: value }).success);
  const parsed = siteSchema.safeParse(Object.fromEntries(right));
  return parsed.success ? parsed.data : {};
}

function toSite(values: Partial<SiteValues>, register: ReadonlyMap<string, AuthorSettings>, siteUrl?: string): Site {
  const ownUrl = new URL(values.url ?? defaults.url);
  const replaced = readUrl(siteUrl);
  const url = "value" in replaced ? new URL(replaced.value) : ownUrl;
  const authorKey = values.author ?? defaults.author;
  const author = resolveAuthors([], register, authorKey).find(authorKey);
  if (!author) throw new Error(`No author was made for "${authorKey}"`);
  return {
    title: values.title ?? defaults.title,
    description: values.description ?? defaults.description,
    url: url.href,
    origin: url.origin,
    basePath: toBasePath(url),
    language: values.language ?? defaults.language,
    timezone: values.timezone ?? defaults.timezone,
    permalink: values.permalink ?? defaults.permalink,
    defaultCategory: values.defaultCategory ?? defaults.defaultCategory,
    author,
    nav: values.nav ?? [],
    pageSize: values.pageSize ?? defaults.pageSize,
    feedSize: values.feedSize ?? defaults.feedSize,
    imageHosts: values.imageHosts ?? [],
    frameHosts: values.frameHosts ?? [],
    search: values.search ?? defaults.search,
    cards: values.cards ?? defaults.cards,
    repository: toRepository(values),
    checks: values.checks ?? {},
    feedId: values.feedId ?? ownUrl.hostname + toBasePath(ownUrl),
  };
}

function toRepository({ repository, branch, folder }: Partial<SiteValues>): Repository | undefined {
  return repository === undefined
    ? undefined
    : { name: repository, branch: branch ?? defaults.branch, folder: folder ?? [] };
}

function toBasePath({ pathname }: URL): string {
  return pathname.replace(/\/$/, "");
}
