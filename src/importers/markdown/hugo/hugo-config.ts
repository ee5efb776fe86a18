import { z } from "zod";
import { isRecord } from "../../../lib/is-record.ts";
import { flag, language, line, lines, map, person, readNav, timezone, toAddress } from "../folder/config-values.ts";
import { readDataFile } from "../folder/read-data-file.ts";
import type { SiteFolder } from "../folder/site-folder.ts";
import { readPath, readText } from "../front/front-values.ts";
import type { PlainData } from "../front/plain-data.ts";
import type { SiteFacts, SiteOverrides } from "../generator.ts";
import type { Finding } from "../../finding.ts";

export type HugoConfig = {
  readonly data: PlainData;
  readonly facts: SiteFacts;
  /** Folder, with `/`. */
  readonly content: string;
  readonly statics: readonly string[];
  readonly defaultLanguage: string;
  readonly languages: readonly string[];
  /** The default language has its code in front of its addresses too. */
  readonly prefixesAll: boolean;
  /** Patterns by section. */
  readonly permalinks: Readonly<Record<string, string>>;
  readonly fallback: string | undefined;
  readonly isUgly: boolean;
  readonly keepsCase: boolean;
  readonly taxonomies: readonly string[];
  readonly hasMath: boolean;
};

// Keys are in lower case by then: Hugo does not tell cases apart.
const schema = z.object({
  baseurl: line,
  title: line,
  languagecode: language,
  locale: language,
  defaultcontentlanguage: line,
  defaultcontentlanguageinsubdir: flag,
  timezone,
  contentdir: line,
  staticdir: lines,
  author: person,
  permalinks: map,
  uglyurls: flag,
  disablepathtolower: flag,
  languages: map,
  taxonomies: map,
  params: map,
  menu: map,
  menus: map,
  markup: map,
});

export function readHugoConfig(folder: SiteFolder, overrides: SiteOverrides) {
  const { data, findings } = readFiles(folder);
  const values = schema.parse(lowerKeys(data));
  const defaultLanguage = values.defaultcontentlanguage ?? "en";
  const ownLanguage = values.languages[defaultLanguage];
  const config: HugoConfig = {
    data,
    facts: {
      title: values.title ?? readText(readPath(ownLanguage, "title")),
      description: readText(values.params.description) ?? readText(readPath(ownLanguage, "params.description")),
      url: toAddress(values.baseurl) ?? toAddress(overrides.url),
      language: values.languagecode ?? values.locale ?? language.parse(defaultLanguage),
      timezone: values.timezone,
      author: values.author ?? person.parse(values.params.author),
      nav: findNav([values.menu, values.menus, readPath(ownLanguage, "menu"), readPath(ownLanguage, "menus")]),
    },
    content: `${values.contentdir?.replace(/^\.?\/+|\/+$/g, "") ?? "content"}/`,
    statics: [...values.staticdir, "static"].map((path) => `${path.replace(/^\.?\/+|\/+$/g, "")}/`),
    defaultLanguage,
    languages: Object.keys(values.languages),
    prefixesAll: values.defaultcontentlanguageinsubdir ?? false,
    permalinks: readPermalinks(values.permalinks),
    fallback: overrides.permalink,
    isUgly: values.uglyurls ?? false,
    keepsCase: values.disablepathtolower ?? false,
    taxonomies: Object.keys(values.taxonomies).length > 0 ? taxonomyNames(values.taxonomies) : ["categories", "tags"],
    hasMath:
      readPath(values.markup, "goldmark.extensions.passthrough.enable") === "true" || values.params.math === "true",
  };
  return { config, findings };
}

/** One file, or one for each part of the settings. */
function readFiles(folder: SiteFolder) {
  const findings: Finding[] = [];
  let data: PlainData = {};
  for (const path of folder.files) {
    const [, name] = /^(?:config\/_default\/)?([\w-]+)(?:\.[\w-]+)?\.(?:toml|ya?ml|json)$/.exec(path) ?? [];
    const isMain = name === "hugo" || name === "config";
    if (name === undefined || (!isMain && !path.startsWith("config/_default/"))) continue;
    const file = readDataFile(folder, path);
    findings.push(...file.findings);
    data = isMain ? { ...data, ...file.data } : { ...data, [name]: file.data };
  }
  return { data, findings };
}

function lowerKeys(data: PlainData): PlainData {
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key.toLowerCase(), value]));
}

/** By section, or by kind of page and section. */
function readPermalinks(value: PlainData): Record<string, string> {
  const all = { ...value, ...(isRecord(value.page) ? value.page : {}) };
  return Object.fromEntries(
    Object.entries(all).flatMap(([section, pattern]) => (typeof pattern === "string" ? [[section, pattern]] : [])),
  );
}

function taxonomyNames(value: PlainData): string[] {
  return Object.values(value).flatMap((name) => readText(name) ?? []);
}

function findNav(menus: readonly unknown[]) {
  return menus.map((menu) => readNav(readPath(menu, "main"))).find((nav) => nav.length > 0) ?? [];
}
