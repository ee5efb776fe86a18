import { readText } from "../front/front-values.ts";
import type { AddressParts } from "../generator.ts";
import { isDatePart, toDatePart } from "../urls/date-parts.ts";
import { fillPattern } from "../urls/fill-pattern.ts";
import { toHugoPath } from "../urls/old-slugs.ts";
import type { HugoConfig } from "./hugo-config.ts";

/** `url` decides alone; else the pattern of the section, or the folders and the slug. */
export function toHugoAddress(parts: AddressParts, config: HugoConfig): string | undefined {
  const { place, data } = parts;
  const prefix = toPrefix(place.lang, config);
  const own = readText(data.url);
  if (own !== undefined) return `${own.startsWith("/") ? "" : prefix}/${own}`.replace(/\/{2,}/g, "/");
  const steps = place.stem.split("/").filter((step) => step !== "");
  const path = (text: string): string => toHugoPath(text, config.keepsCase);
  const folders = steps.slice(0, -1).map(path);
  if (place.kind === "section") return join(prefix, [...folders, path(steps.at(-1) ?? "")], false);
  const [section = ""] = folders;
  const pattern = config.permalinks[section] ?? (section === "" ? undefined : config.fallback);
  if (pattern === undefined)
    return join(prefix, [...folders, path(readText(data.slug) ?? toFileName(parts, config))], config.isUgly);
  const filled = fillPattern(pattern, (name) => toPart(name, { parts, folders, config }));
  if (filled === undefined) return undefined;
  const isFile = /\.[a-z]+$/i.test(filled) && config.isUgly;
  return `${prefix}${isFile ? filled : `${filled}/`}`.replace(/\/{2,}/g, "/");
}

function toPrefix(lang: string | undefined, { defaultLanguage, prefixesAll }: HugoConfig): string {
  const code = lang ?? (prefixesAll ? defaultLanguage : undefined);
  return code === undefined || (code === defaultLanguage && !prefixesAll) ? "" : `/${code}`;
}

function join(prefix: string, steps: readonly string[], isUgly: boolean): string {
  const path = `${prefix}/${steps.join("/")}`.replace(/\/{2,}/g, "/");
  return isUgly && path !== "/" ? `${path.replace(/\/$/, "")}.html` : `${path}/`.replace(/\/{2,}/g, "/");
}

type PartContext = { readonly parts: AddressParts; readonly folders: readonly string[]; readonly config: HugoConfig };

function toPart(name: string, { parts, folders, config }: PartContext): string | undefined {
  const { data, date, title } = parts;
  if (isDatePart(name)) return date && toDatePart(name, date);
  const path = (text: string): string => toHugoPath(text, config.keepsCase);
  const file = toFileName(parts, config);
  const [, base, from, to] = /^(sections?)(?:\[(\d*):?(\d*|last)\])?$/.exec(name) ?? [];
  if (base === "sections") return folders.slice(Number(from || 0), Number(to) || undefined).join("/");
  switch (name) {
    case "section":
      return folders[0] ?? "";
    case "title":
      return path(title);
    case "slug":
    case "slugorfilename":
    case "slugorcontentbasename":
      return path(readText(data.slug) ?? (name === "slug" ? title : file));
    case "filename":
    case "contentbasename":
      return path(file);
    case "weekday":
      return date && String(date.weekday % 7);
    default:
      return undefined;
  }
}

/** With `date = [":filename"]` in the settings, the name's date is no part of the slug. */
function toFileName({ place }: AddressParts, { data }: HugoConfig): string {
  const name = place.stem.split("/").at(-1) ?? "";
  const takesDates = JSON.stringify(data.frontmatter ?? "").includes(":filename");
  return takesDates ? name.replace(/^\d{4}-\d{2}-\d{2}[-_]?(?=.)/, "") : name;
}
