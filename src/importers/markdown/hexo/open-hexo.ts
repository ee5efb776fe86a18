import { z } from "zod";
import { language, line, lines, map, person, readNav, timezone, toAddress } from "../folder/config-values.ts";
import { findDataFile, readDataFile } from "../folder/read-data-file.ts";
import type { SiteFolder } from "../folder/site-folder.ts";
import { readPath, readTexts } from "../front/front-values.ts";
import type { PlainData } from "../front/plain-data.ts";
import type { OpenSite, SiteOverrides, Terms } from "../generator.ts";
import { toHexoAddress, toHexoPath } from "./hexo-address.ts";
import { findHexoPlaces } from "./hexo-places.ts";

const schema = z.object({
  title: line,
  subtitle: line,
  description: line,
  url: line,
  root: line,
  author: person,
  language,
  timezone,
  permalink: line,
  new_post_name: line,
  source_dir: line,
  default_category: line,
  category_map: map,
  tag_map: map,
  theme: line,
  skip_render: lines,
  marked: map,
  menu: z.unknown().optional(),
});

export function openHexo(folder: SiteFolder, overrides: SiteOverrides): OpenSite {
  const file = findDataFile(folder, ["_config"]);
  const { data, findings } = file === undefined ? { data: {}, findings: [] } : readDataFile(folder, file);
  const config = schema.parse(data);
  const source = `${config.source_dir?.replace(/^\.?\/+|\/+$/g, "") ?? "source"}/`;
  const rules = {
    source,
    permalink: overrides.permalink ?? config.permalink ?? ":year/:month/:day/:title/",
    newPostName: config.new_post_name ?? ":title.md",
    defaultCategory: config.default_category ?? "uncategorized",
    categoryMap: config.category_map,
  };
  return {
    generator: "hexo",
    facts: {
      title: config.title,
      description: config.description ?? config.subtitle,
      url: toAddress(config.url) ?? toAddress(overrides.url),
      language: config.language,
      timezone: config.timezone,
      author: config.author,
      nav: findNav(folder, data, config.theme),
    },
    data,
    places: findHexoPlaces(folder, rules),
    defaultsOf: () => ({}),
    addressOf: (parts) => toHexoAddress(parts, rules),
    termsOf: toTerms,
    filesOf: (address) => [source + address.slice(1)],
    addressOfFile: (path) =>
      path.startsWith(source) ? `/${path.slice(source.length).replace(/^_(?:posts|drafts)\//, "")}` : undefined,
    lists: [
      { from: "/archives/", to: "/archive/" },
      { from: "/atom.xml", to: "/feed.xml" },
      { from: "/rss2.xml", to: "/feed.xml" },
    ],
    termPathOf: (kind, name) => `/${kind}/${toHexoPath(name)}/`,
    text: {
      templates: "hexo",
      isKramdown: false,
      // hexo-renderer-marked does so unless told otherwise; other renderers are named in package.json.
      breaksLines: readPath(config.marked, "breaks") !== "false" && !usesOtherRenderer(folder),
      hasMath: false,
      readsTimesAsUtc: false,
    },
    findings,
  };
}

function usesOtherRenderer(folder: SiteFolder): boolean {
  const { data } = readDataFile(folder, "package.json");
  const packages = Object.keys(map.parse(readPath(data, "dependencies")));
  return packages.some((name) =>
    /^hexo-renderer-(?!marked|ejs|stylus|nunjucks|swig|sass|less|scss|pug|jade)/.test(name),
  );
}

function findNav(folder: SiteFolder, data: PlainData, theme: string | undefined) {
  const ofTheme = theme === undefined ? undefined : findDataFile(folder, [`_config.${theme}`]);
  const menus = [
    ofTheme ? readDataFile(folder, ofTheme).data.menu : undefined,
    readPath(data, "theme_config.menu"),
    data.menu,
  ];
  return menus.map(readNav).find((nav) => nav.length > 0) ?? [];
}

/** A list of categories is one path, from parent to child; a list in it is a path of its own. */
function toTerms(data: PlainData): Terms {
  const value = data.categories ?? data.category;
  const items: unknown[] = Array.isArray(value) ? value : [value];
  const hasPaths = items.some((item) => Array.isArray(item));
  const paths = hasPaths ? items.map((item) => readTexts(item)) : [readTexts(items)];
  const categories = paths
    .filter((path) => path.length > 0)
    .map((path) => path.map((name) => name.replaceAll("/", " ")).join("/"));
  return { categories, tags: readTexts(data.tags ?? data.tag) };
}
