import type { SiteFolder } from "../folder/site-folder.ts";
import { readText, readTexts } from "../front/front-values.ts";
import { mergeData, type PlainData } from "../front/plain-data.ts";
import type { OpenSite, SiteOverrides, TextPlace } from "../generator.ts";
import { toJekyllAddress } from "./jekyll-address.ts";
import { readJekyllConfig, type JekyllConfig } from "./jekyll-config.ts";
import { findJekyllPlaces } from "./jekyll-places.ts";

export function openJekyll(folder: SiteFolder, overrides: SiteOverrides): OpenSite {
  const { config, findings } = readJekyllConfig(folder, overrides);
  const { source } = config;
  return {
    generator: "jekyll",
    facts: config.facts,
    data: config.data,
    places: findJekyllPlaces(folder, config),
    defaultsOf: (place) => findDefaults(place, config),
    addressOf: (parts) => toJekyllAddress(parts, config),
    termsOf: (data, place) => ({
      categories: [...new Set([...(place.categories ?? []), ...readTerms(data, "category", "categories")])],
      tags: readTerms(data, "tag", "tags"),
    }),
    filesOf: (address) => [source + address.slice(1)],
    addressOfFile: (path) => {
      const below = path.startsWith(source) ? path.slice(source.length) : undefined;
      return below === undefined ? undefined : `/${below.replace(/(^|\/)_+(?=[^/]*\/)/g, "$1")}`;
    },
    lists: [
      { from: "/atom.xml", to: "/feed.xml" },
      { from: "/rss.xml", to: "/feed.xml" },
    ],
    text: {
      templates: "liquid",
      isKramdown: config.isKramdown,
      breaksLines: false,
      hasMath: false,
      excerptSeparator: config.excerptSeparator,
      readsTimesAsUtc: true,
    },
    findings,
  };
}

/** Jekyll takes a single value as it is, and parts a text of several at its blanks. */
function readTerms(data: PlainData, one: string, many: string): string[] {
  if (Object.hasOwn(data, one) && data[one] !== null) return readTexts(data[one]);
  const value = data[many];
  if (Array.isArray(value)) return readTexts(value);
  return (readText(value)?.split(/\s+/) ?? []).map((term) => term.replace(/,$/, "")).filter((term) => term !== "");
}

/** Later scopes win over earlier ones only where they are nearer; they are written in that order as a rule. */
function findDefaults({ path, kind, isDraft }: TextPlace, config: JekyllConfig): PlainData {
  const below = path.slice(config.source.length);
  const type =
    kind === "post"
      ? isDraft
        ? "drafts"
        : "posts"
      : below.startsWith("_")
        ? below.slice(1, below.indexOf("/"))
        : "pages";
  const matching = config.defaults
    .filter((item) => item.type === undefined || item.type === type || item.type === kind)
    .filter((item) => item.path === "" || below === item.path || below.startsWith(`${item.path}/`))
    .sort((a, b) => a.path.length - b.path.length || Number(a.type !== undefined) - Number(b.type !== undefined));
  return mergeData(matching.map(({ values }) => values));
}
