import { z } from "zod";
import { isRecord } from "../../../lib/is-record.ts";
import { readNav, flag, language, line, lines, map, person, timezone, toAddress } from "../folder/config-values.ts";
import { findDataFile, readDataFile, readDataList } from "../folder/read-data-file.ts";
import type { SiteFolder } from "../folder/site-folder.ts";
import { readPath, readText } from "../front/front-values.ts";
import type { PlainData } from "../front/plain-data.ts";
import type { SiteFacts, SiteOverrides } from "../generator.ts";

export type JekyllConfig = {
  readonly data: PlainData;
  readonly facts: SiteFacts;
  /** Folder, with `/`, that the site begins in. */
  readonly source: string;
  readonly permalink: string;
  readonly collections: ReadonlyMap<string, { readonly isPublished: boolean; readonly permalink: string | undefined }>;
  readonly defaults: readonly FrontDefault[];
  readonly excerptSeparator: string | undefined;
  readonly isKramdown: boolean;
  readonly exclude: readonly string[];
};

export type FrontDefault = { readonly path: string; readonly type: string | undefined; readonly values: PlainData };

const schema = z.object({
  title: line,
  name: line,
  description: line,
  url: line,
  baseurl: line,
  lang: language,
  locale: language,
  language,
  timezone,
  author: person,
  source: line,
  permalink: line,
  collections: z.unknown().optional(),
  defaults: z.unknown().optional(),
  excerpt_separator: z.string().optional().catch(undefined),
  markdown: line,
  show_drafts: flag,
  exclude: lines,
  header_pages: lines,
  extra: map,
});

export function readJekyllConfig(folder: SiteFolder, overrides: SiteOverrides) {
  const file = findDataFile(folder, ["_config"]);
  const { data, findings } = file === undefined ? { data: {}, findings: [] } : readDataFile(folder, file);
  const values = schema.parse(data);
  const config: JekyllConfig = {
    data,
    facts: {
      title: values.title ?? values.name,
      description: values.description,
      url: toAddress(values.url, values.baseurl) ?? toAddress(overrides.url),
      language: values.lang ?? values.locale ?? values.language,
      timezone: values.timezone,
      author: values.author,
      nav: findNav(folder, data),
    },
    source: values.source === undefined || /^\.?\/*$/.test(values.source) ? "" : `${trim(values.source)}/`,
    permalink: overrides.permalink ?? values.permalink ?? "date",
    collections: readCollections(values.collections),
    defaults: readDefaults(values.defaults),
    excerptSeparator: values.excerpt_separator,
    isKramdown: values.markdown === undefined || /kramdown/i.test(values.markdown),
    exclude: values.exclude.map((path) => trim(path)),
  };
  return { config, findings };
}

function readCollections(value: unknown): JekyllConfig["collections"] {
  const named: [string, unknown][] = Array.isArray(value)
    ? value.flatMap((name: unknown) => (typeof name === "string" ? [[name, {}] as [string, unknown]] : []))
    : Object.entries(isRecord(value) ? value : {});
  return new Map(
    named.map(([name, settings]) => [
      name,
      { isPublished: readPath(settings, "output") === "true", permalink: readText(readPath(settings, "permalink")) },
    ]),
  );
}

function readDefaults(value: unknown): FrontDefault[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((item: unknown) => {
    const values = readPath(item, "values");
    const path = trim(readText(readPath(item, "scope.path")) ?? "");
    return isRecord(values) ? [{ path, type: readText(readPath(item, "scope.type")), values }] : [];
  });
}

/** Where themes keep their menus. */
function findNav(folder: SiteFolder, data: PlainData) {
  const found = ["navigation", "nav", "menu", "navbar-links", "main_nav"].map((key) => readNav(data[key]));
  const lists = ["_data/navigation", "_data/nav", "_data/menu"].flatMap((name) => {
    const file = findDataFile(folder, [name]);
    return file === undefined
      ? []
      : [readNav(readDataFile(folder, file).data.main), readNav(readDataList(folder, file))];
  });
  return [...found, ...lists].find((nav) => nav.length > 0) ?? [];
}

function trim(path: string): string {
  return path.replace(/^\.?\/+|\/+$/g, "");
}
