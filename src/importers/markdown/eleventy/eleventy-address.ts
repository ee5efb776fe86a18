import { readPath, readText } from "../front/front-values.ts";
import type { AddressParts } from "../generator.ts";
import { toAsciiSlug } from "../urls/old-slugs.ts";

/**
 * A `permalink` of text and the usual variables; else the file's path. Undefined for a program, or a template that
 * asks for more.
 */
export function toEleventyAddress(parts: AddressParts, fallback: string | undefined): string | undefined {
  const { place, data } = parts;
  const own = readText(data.permalink) ?? (place.kind === "post" ? fallback : undefined);
  if (own === undefined) return `/${place.stem}/`.replace(/\/{2,}/g, "/");
  let isWhole = own !== "false";
  const path = own.replace(/\{\{-?([^{}]{0,200})-?\}\}/g, (_, expression: string) => {
    const value = evaluate(expression, parts);
    if (value === undefined) isWhole = false;
    return value ?? "";
  });
  if (!isWhole || /[{}]/.test(path)) return undefined;
  return `/${path}`.replace(/\/{2,}/g, "/").replace(/(?:^|\/)index\.html$/, "/");
}

function evaluate(expression: string, parts: AddressParts): string | undefined {
  const [name = "", ...filters] = expression.split("|").map((piece) => piece.trim());
  let value = readVariable(name, parts);
  for (const filter of filters) {
    if (value === undefined) return undefined;
    value = applyFilter(filter, value, { name, parts });
  }
  return value;
}

function readVariable(name: string, { place, data, title, date }: AddressParts): string | undefined {
  const file = place.stem.split("/").at(-1) ?? "";
  switch (name) {
    case "page.fileSlug":
      return file.replace(/^\d{4}-\d{2}-\d{2}-(?=.)/, "");
    case "page.filePathStem":
      return `/${place.stem.replace(/(^|\/)\d{4}-\d{2}-\d{2}-(?=[^/])/g, "$1")}`;
    case "page.date":
    case "date":
      return date?.toISO() ?? undefined;
    case "title":
      return title;
    default:
      return /^[\w.]+$/.test(name) ? readText(readPath(data, name)) : undefined;
  }
}

function applyFilter(filter: string, value: string, { parts }: { name: string; parts: AddressParts }) {
  if (/^(?:slug|slugify)$/.test(filter)) return toAsciiSlug(value);
  if (/^(?:lower|downcase)$/.test(filter)) return value.toLowerCase();
  if (filter === "url") return value;
  const [, format] = /^date\s*(?::\s*|\(\s*)["']([^"']{1,50})["']/.exec(filter) ?? [];
  const { date } = parts;
  if (format === undefined || !date) return undefined;
  const codes: Readonly<Record<string, string>> = {
    Y: "yyyy",
    y: "yy",
    m: "MM",
    d: "dd",
    H: "HH",
    M: "mm",
    B: "MMMM",
    b: "MMM",
  };
  return format.replace(/%([A-Za-z])/g, (code, letter: string) =>
    codes[letter] ? date.toFormat(codes[letter]) : code,
  );
}
