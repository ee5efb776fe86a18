import type { EntryValues } from "./entry-values.ts";
import { toFlowList, toYamlText } from "./yaml-text.ts";

/**
 * The file of a post or page: front matter as one would write it by hand, an empty line, the text. NFC, `\n` alone at
 * the ends of lines. A text that begins with `---` or with the spaces of a code block stays as it is.
 */
export function toEntryText(values: EntryValues, markdown: string): string {
  const lines = keyOrder.flatMap((key) => toLines(key, values));
  const text = toWellFormed(markdown)
    .replace(/\r\n?/g, "\n")
    .replace(/^(?:[ \t]*\n)+/, "")
    .trimEnd();
  const body = text === "" ? "" : `\n${text}\n`;
  return `---\n${lines.join("\n")}\n---\n${body}`;
}

/** As in the table of front matter. */
const keyOrder = [
  "title",
  "date",
  "updated",
  "id",
  "slug",
  "description",
  "categories",
  "tags",
  "authors",
  "draft",
  "pinned",
  "noindex",
  "toc",
  "image",
  "aliases",
  "series",
  "lang",
  "translationOf",
  "comments",
] as const satisfies readonly (keyof EntryValues)[];

function toLines(key: (typeof keyOrder)[number], values: EntryValues): string[] {
  switch (key) {
    case "title":
      return [`title: ${toYamlText(toTitle(values))}`];
    case "date":
    case "updated":
      return toTextLine(key, values[key], /^\d{4}-\d{2}-\d{2}(?:[T ][\d:.]+(?: ?(?:[+-][\d:]+|Z))?)?$/);
    case "categories":
    case "tags":
      return toListLines(key, values[key], true);
    case "authors":
      return toAuthorLines(values.authors);
    case "aliases":
      return toListLines(key, values.aliases, false);
    case "draft":
    case "pinned":
    case "noindex":
      return values[key] ? [`${key}: true`] : [];
    case "image":
      return toImageLines(values.image);
    case "toc":
      return values.toc === undefined ? [] : [`toc: ${values.toc}`];
    case "comments":
      return values.comments === undefined ? [] : [`comments: ${values.comments}`];
    default:
      return toTextLine(key, values[key]);
  }
}

/** A title is required: what has none is named by its address. */
function toTitle({ title, slug, id }: EntryValues): string {
  return [title, slug, id].map((text) => toLine(text ?? "")).find((text) => text !== "") ?? "Untitled";
}

function toTextLine(key: string, value: string | undefined, plain?: RegExp): string[] {
  const line = toLine(value ?? "");
  if (line === "") return [];
  return [`${key}: ${plain?.test(line) ? line : toYamlText(line)}`];
}

const widest = 100;

/** On one line where it is short, else an item a line. */
function toListLines(key: string, values: readonly string[] | undefined, mayFlow: boolean): string[] {
  const items = [...new Set((values ?? []).map(toLine))].filter((item) => item !== "");
  if (items.length === 0) return [];
  const flow = `${key}: ${toFlowList(items)}`;
  if ((mayFlow || items.length === 1) && flow.length <= widest) return [flow];
  return [`${key}:`, ...items.map((item) => `  - ${toYamlText(item)}`)];
}

function toAuthorLines(authors: readonly string[] | undefined): string[] {
  return authors?.length === 1 ? toTextLine("author", authors[0]) : toListLines("authors", authors, true);
}

function toImageLines(image: EntryValues["image"]): string[] {
  const [src = "", alt = ""] = [image?.src, image?.alt].map((text) => toLine(text ?? ""));
  if (src === "") return [];
  if (alt === "") return [`image: ${toYamlText(src)}`];
  return ["image:", `  src: ${toYamlText(src)}`, `  alt: ${toYamlText(alt)}`];
}

/** What front matter holds is one line each, and has no characters that nobody sees. */
function toLine(text: string): string {
  return toWellFormed(text)
    .replace(/[^\P{Cc}\s]/gu, "")
    .replace(/\s+/g, " ")
    .trim();
}

/** Half a character of UTF-16 cannot be written as UTF-8. */
function toWellFormed(text: string): string {
  return text.normalize("NFC").replace(/\p{Cs}/gu, "\uFFFD");
}
