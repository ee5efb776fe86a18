import { readText } from "../front/front-values.ts";
import type { AddressParts } from "../generator.ts";
import { isDatePart, toDatePart } from "../urls/date-parts.ts";
import { fillPattern } from "../urls/fill-pattern.ts";
import type { HexoRules } from "./hexo-places.ts";

/** The address of a post by `permalink`; pages lie where their files do. */
export function toHexoAddress(parts: AddressParts, rules: HexoRules): string | undefined {
  const { place, data, date } = parts;
  const own = readText(data.permalink);
  if (own !== undefined) return `/${own.replace(/^\/+/, "")}`;
  if (place.kind !== "post") return toPageAddress(place.path.slice(rules.source.length));
  return fillPattern(rules.permalink, (name) => {
    if (isDatePart(name)) return date && toDatePart(name, date);
    return toPart(name, parts, rules);
  });
}

function toPageAddress(path: string): string {
  const stem = path.replace(/\.[^./]+$/, "");
  return /(?:^|\/)index$/.test(stem) ? `/${stem.replace(/index$/, "")}` : `/${stem}.html`;
}

function toPart(name: string, { place, data, title, date, categories }: AddressParts, rules: HexoRules) {
  switch (name) {
    case "title":
      return toFileTitle(place.stem, rules.newPostName);
    case "name":
      return toFileTitle(place.stem, rules.newPostName).split("/").at(-1) ?? "";
    case "post_title":
      return toHexoPath(title).toLowerCase();
    case "id":
    case "abbrlink":
    case "slug":
      return readText(data[name]);
    case "category":
      return toCategory(categories[0], rules);
    case "timestamp":
      return date && String(date.toMillis());
    default:
      return undefined;
  }
}

function toCategory(path: string | undefined, { defaultCategory, categoryMap }: HexoRules): string {
  if (path === undefined) return defaultCategory;
  return path
    .split("/")
    .map((name) => readText(categoryMap[name]) ?? toHexoPath(name))
    .join("/");
}

/** Hexo's `slugize`. */
export function toHexoPath(text: string): string {
  return text.replace(/[\s~`!@#$%^&*()\-_+=[\]{}|\\;:"'<>,.?/]+/g, "-").replace(/^-|-$/g, "");
}

/** What `:title` of the pattern for new posts is in a file's path: `2020-05-01-tea` by `:year-:month-:day-:title.md`. */
function toFileTitle(stem: string, pattern: string): string {
  const behind = /:title(?!_)/.exec(pattern);
  if (!behind) return stem;
  const above = pattern.slice(0, behind.index).replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const start = above.replace(/:(?:year|month|day|i_month|i_day)/g, "\\d{1,4}").replace(/:\w+/g, "[^/]*");
  return stem.replace(new RegExp(`^${start}`), "");
}
