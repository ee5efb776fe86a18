import { DateTime } from "luxon";
import { isRecord } from "../../../lib/is-record.ts";
import { toPlainSlug } from "../urls/old-slugs.ts";
import type { TemplateContext } from "./template-context.ts";

/** Text, or a list of it; everything that is known of the old site is one of them. */
export type LiquidValue = string | readonly unknown[];

export type Variables = ReadonlyMap<string, LiquidValue>;

export type LiquidScope = { readonly context: TemplateContext; readonly variables: Variables };

/** `site.title | upcase`: its value, or undefined when a name or filter in it is unknown. */
export function evaluate(expression: string, scope: LiquidScope): LiquidValue | undefined {
  const [first = "", ...filters] = splitOutside(expression, "|");
  let value = readOperand(first.trim(), scope);
  for (const filter of filters) {
    if (value === undefined) return undefined;
    const [name = "", ...rest] = splitOutside(filter.trim(), ":");
    const operands =
      rest.length === 0 ? [] : splitOutside(rest.join(":"), ",").map((text) => readOperand(text.trim(), scope));
    if (operands.some((operand) => operand === undefined)) return undefined;
    value = applyFilter(
      name.trim(),
      value,
      operands.map((operand) => toText(operand ?? "")),
      scope.context,
    );
  }
  return value;
}

export function toText(value: LiquidValue): string {
  return typeof value === "string" ? value : value.map(toItem).join("");
}

function toItem(value: unknown): string {
  return typeof value === "string" ? value : "";
}

/** Splits where the sign stands in no quotes. */
function splitOutside(text: string, sign: string): string[] {
  const pieces: string[] = [];
  let quote = "";
  let from = 0;
  for (let index = 0; index < text.length; index += 1) {
    const char = text.charAt(index);
    if (quote !== "") quote = char === quote ? "" : quote;
    else if (char === '"' || char === "'") quote = char;
    else if (char === sign) {
      pieces.push(text.slice(from, index));
      from = index + 1;
    }
  }
  return [...pieces, text.slice(from)];
}

function readOperand(text: string, { context, variables }: LiquidScope): LiquidValue | undefined {
  const [, double, single] = /^(?:"([^"]*)"|'([^']*)')$/s.exec(text) ?? [];
  if (double !== undefined || single !== undefined) return double ?? single;
  if (/^-?\d+(?:\.\d+)?$/.test(text)) return text;
  const [name = "", ...steps] = text.replace(/\[["']?(\w+)["']?\]/g, ".$1").split(".");
  if (variables.has(name)) return readSteps(variables.get(name), steps);
  if (text === "site.baseurl") return context.basePath;
  if (text === "site.url") return context.origin === "" ? undefined : context.origin;
  if (name === "site") return readSteps(context.site, steps);
  if (name === "page") return readSteps(context.page, steps);
  return Object.hasOwn(context.site, name) ? readSteps(context.site[name], steps) : undefined;
}

function readSteps(start: unknown, steps: readonly string[]): LiquidValue | undefined {
  let value = start;
  for (const step of steps) {
    if (!isRecord(value) || !Object.hasOwn(value, step)) return undefined;
    value = value[step];
  }
  return typeof value === "string" || Array.isArray(value) ? value : undefined;
}

type Filter = (text: string, operands: readonly string[], context: TemplateContext) => LiquidValue | undefined;

const filters: Readonly<Record<string, Filter>> = {
  relative_url: (text, _, { basePath }) => (isFull(text) ? text : join(basePath, text)),
  absolute_url: (text, _, { origin, basePath }) =>
    isFull(text) ? text : origin === "" ? undefined : origin + join(basePath, text),
  url: (text, _, { basePath }) => (isFull(text) ? text : join(basePath, text)),
  prepend: (text, [before = ""]) => before + text,
  append: (text, [after = ""]) => text + after,
  upcase: (text) => text.toUpperCase(),
  downcase: (text) => text.toLowerCase(),
  capitalize: (text) => text.charAt(0).toUpperCase() + text.slice(1),
  strip: (text) => text.trim(),
  slugify: toPlainSlug,
  split: (text, [sign = " "]) => text.split(sign),
  replace: (text, [from = "", to = ""]) => (from === "" ? text : text.replaceAll(from, () => to)),
  replace_first: (text, [from = "", to = ""]) => text.replace(from, () => to),
  remove: (text, [part = ""]) => (part === "" ? text : text.replaceAll(part, "")),
  remove_first: (text, [part = ""]) => text.replace(part, ""),
  escape: escapeHtml,
  xml_escape: escapeHtml,
  cgi_escape: (text) => encodeURIComponent(text).replaceAll("%20", "+"),
  url_encode: (text) => encodeURIComponent(text).replaceAll("%20", "+"),
  uri_escape: (text) => encodeURI(text),
  default: (text, [other = ""]) => (text === "" || text === "false" ? other : text),
  date: (text, [format = ""]) => formatDate(text, format),
  date_to_string: (text) => formatDate(text, "%d %b %Y"),
  date_to_long_string: (text) => formatDate(text, "%d %B %Y"),
  strip_newlines: (text) => text.replaceAll("\n", ""),
};

function applyFilter(name: string, value: LiquidValue, operands: readonly string[], context: TemplateContext) {
  if (typeof value !== "string") {
    if (name === "join") return value.map(toItem).join(operands[0] ?? " ");
    if (name === "size") return String(value.length);
    if (name === "first" || name === "last") return toItem(name === "first" ? value[0] : value.at(-1));
    if (name === "reverse") return value.toReversed();
    return name === "sort" ? value.map(toItem).sort() : undefined;
  }
  return Object.hasOwn(filters, name) ? filters[name]?.(value, operands, context) : undefined;
}

function isFull(text: string): boolean {
  return /^(?:[a-z]+:)?\/\//i.test(text);
}

function join(basePath: string, path: string): string {
  return `${basePath}/${path}`.replace(/\/{2,}/g, "/");
}

function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

const codes: Readonly<Record<string, string>> = {
  Y: "yyyy",
  y: "yy",
  m: "MM",
  d: "dd",
  e: "d",
  "-d": "d",
  "-m": "M",
  B: "MMMM",
  b: "MMM",
  A: "cccc",
  a: "ccc",
  H: "HH",
  M: "mm",
  S: "ss",
};

function formatDate(text: string, format: string): string | undefined {
  const date = DateTime.fromISO(text.replace(" ", "T").replace(/ (?=[+-]\d)/, ""), { setZone: true, locale: "en-US" });
  if (!date.isValid || format === "") return undefined;
  return format.replace(/%(-?[A-Za-z])/g, (code, letter: string) => {
    const token = codes[letter];
    return token === undefined ? code : date.toFormat(token);
  });
}
