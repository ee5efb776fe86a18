import { z } from "zod";
import { flag, language, line, lines, map, readNav, toAddress } from "../folder/config-values.ts";
import { findDataFile, readDataFile } from "../folder/read-data-file.ts";
import type { SiteFolder } from "../folder/site-folder.ts";
import { readPath, readText, readTexts } from "../front/front-values.ts";
import type { PlainData } from "../front/plain-data.ts";
import type { AddressParts, OpenSite, SiteOverrides } from "../generator.ts";
import { toAsciiSlug, toSafePath } from "../urls/old-slugs.ts";
import { findZolaPlaces, toZolaName } from "./zola-places.ts";

const schema = z.object({
  base_url: line,
  title: line,
  description: line,
  default_language: language,
  author: line,
  generate_feeds: flag,
  generate_feed: flag,
  feed_filename: line,
  feed_filenames: lines,
  slugify: map,
  languages: map,
  extra: map,
});

type Config = z.output<typeof schema>;

export function openZola(folder: SiteFolder, overrides: SiteOverrides): OpenSite {
  const file = findDataFile(folder, ["zola", "config"]);
  const { data, findings } = file === undefined ? { data: {}, findings: [] } : readDataFile(folder, file);
  const config = schema.parse(data);
  const defaultLanguage = config.default_language ?? "en";
  return {
    generator: "zola",
    facts: {
      title: config.title,
      description: config.description,
      url: toAddress(config.base_url) ?? toAddress(overrides.url),
      language: config.default_language,
      author: config.author ?? readText(readPath(config.extra, "author")),
      nav: findNav(config),
    },
    data,
    places: findZolaPlaces(folder, Object.keys(config.languages)),
    defaultsOf: () => ({}),
    addressOf: (parts) => toAddressOf(parts, config, defaultLanguage),
    termsOf: (values) => ({ categories: readTaxonomy(values, "categories"), tags: readTaxonomy(values, "tags") }),
    filesOf: (address) => [`static${address}`, `content${address}`],
    addressOfFile: (path) => {
      const [, below] = /^(?:static|content)\/(.*)$/s.exec(path) ?? [];
      return below === undefined ? undefined : `/${below}`;
    },
    lists: toFeeds(config),
    termPathOf: (kind, name) => `/${kind}/${toAsciiSlug(name)}/`,
    text: {
      templates: "zola",
      isKramdown: false,
      breaksLines: false,
      hasMath: ["math", "katex", "mathjax"].some((key) =>
        /^(?!false$|none$)/.test(readText(config.extra[key]) ?? "false"),
      ),
      readsTimesAsUtc: false,
    },
    findings,
  };
}

function readTaxonomy(data: PlainData, name: string): string[] {
  return readTexts(readPath(data, `taxonomies.${name}`) ?? data[name]);
}

/** `path` decides alone; else the folders and the slug, or the file's name without its date. */
function toAddressOf({ place, data }: AddressParts, config: Config, defaultLanguage: string): string {
  const prefix = place.lang === undefined || place.lang === defaultLanguage ? "" : `/${place.lang}`;
  const path = readText(data.path);
  if (path !== undefined) return `${prefix}/${path}/`.replace(/\/{2,}/g, "/");
  const steps = place.stem.split("/").filter((step) => step !== "");
  const slug = readText(data.slug);
  // Folders of sections keep their names.
  const name = place.kind === "section" ? steps.at(-1) : toZolaSlug(slug ?? toZolaName(steps.at(-1) ?? ""), config);
  return `${prefix}/${[...steps.slice(0, -1), name ?? ""].join("/")}/`.replace(/\/{2,}/g, "/");
}

function toZolaSlug(text: string, { slugify }: Config): string {
  const rule = readText(slugify.paths) ?? "on";
  if (rule === "off" || rule === "false") return text;
  return rule === "safe" ? toSafePath(text) : toAsciiSlug(text);
}

function findNav({ extra }: Config) {
  const keys = ["menu", "nav", "navbar", "header_links", "main_menu", "menu_items", "navbar_items", "links"];
  return keys.map((key) => readNav(extra[key])).find((nav) => nav.length > 0) ?? [];
}

function toFeeds({ feed_filename, feed_filenames }: Config) {
  const names = [...feed_filenames, feed_filename ?? "atom.xml", "rss.xml"];
  return [...new Set(names)]
    .filter((name) => name !== "feed.xml")
    .map((name) => ({ from: `/${name}`, to: "/feed.xml" }));
}
