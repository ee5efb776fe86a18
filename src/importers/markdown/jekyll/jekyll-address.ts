import { readText } from "../front/front-values.ts";
import type { AddressParts } from "../generator.ts";
import { isDatePart, toDatePart } from "../urls/date-parts.ts";
import { fillPattern } from "../urls/fill-pattern.ts";
import { toPlainSlug, toPrettySlug } from "../urls/old-slugs.ts";
import type { JekyllConfig } from "./jekyll-config.ts";
import { toPostName } from "./jekyll-places.ts";

const styles: Readonly<Record<string, string>> = {
  date: "/:categories/:year/:month/:day/:title:output_ext",
  pretty: "/:categories/:year/:month/:day/:title/",
  ordinal: "/:categories/:year/:y_day/:title:output_ext",
  weekdate: "/:categories/:year/W:week/:short_day/:title:output_ext",
  none: "/:categories/:title:output_ext",
};

/** The address of a post, or of a page of the site. */
export function toJekyllAddress(parts: AddressParts, config: JekyllConfig): string | undefined {
  const own = readText(parts.data.permalink);
  if (parts.place.kind === "post") {
    const pattern = own ?? config.permalink;
    return fillPattern(styleOf(pattern), (name) => toPostPart(name, parts));
  }
  return toPageAddress(parts, own, config);
}

function styleOf(pattern: string): string {
  return Object.hasOwn(styles, pattern) ? (styles[pattern] ?? pattern) : pattern;
}

function toPostPart(name: string, { place, data, date, categories }: AddressParts): string | undefined {
  if (isDatePart(name)) return date && toDatePart(name, date);
  const slug = readText(data.slug);
  const file = toPostName(place.stem);
  switch (name) {
    case "title":
      return toPrettySlug(slug ?? file);
    case "slug":
      return toPlainSlug(slug ?? file);
    case "name":
    case "basename":
      return file;
    case "categories":
      return [...new Set(categories.map((category) => category.toLowerCase()))].join("/");
    case "slugified_categories":
      return [...new Set(categories.map(toPlainSlug))].join("/");
    case "output_ext":
      return ".html";
    case "collection":
      return "posts";
    case "path":
      return place.stem;
    default:
      return undefined;
  }
}

/** Pages keep their place; whether they end in `.html` is the site's style. */
function toPageAddress({ place: { path, stem }, data }: AddressParts, own: string | undefined, config: JekyllConfig) {
  const [collection = "", ...rest] = stem.split("/");
  const isIndex = /(?:^|\/)index\.[^/.]+$/.test(path);
  const settings = path.slice(config.source.length).startsWith("_") ? config.collections.get(collection) : undefined;
  const inside = settings ? rest.join("/") : stem;
  const isPretty = /^pretty$|\/$/.test(config.permalink);
  const usual = isIndex || stem === "" ? "/:path/" : isPretty ? "/:path/" : "/:path:output_ext";
  const pattern = own ?? settings?.permalink ?? (settings ? `/${collection}${usual}` : usual);
  return fillPattern(styleOf(pattern).replace(/\/:categories|\/:year|\/:month|\/:day/g, ""), (name) => {
    if (name === "path") return inside;
    if (name === "output_ext") return ".html";
    if (name === "collection") return collection;
    const base = inside.split("/").at(-1) ?? "";
    if (name === "title" || name === "slug") return toPrettySlug(readText(data.slug) ?? base);
    return name === "name" || name === "basename" ? toPlainSlug(base) : undefined;
  });
}
