import { z } from "zod";
import { parseDate } from "../lib/date.ts";
import { toLanguage } from "../lib/language.ts";
import { show } from "../lib/show.ts";
import { parseAlias } from "./alias.ts";
import { field, readText, readTexts, refuse, text, texts, yamlNotation, type Reading } from "./field.ts";
import type { CommentsMode } from "./post.ts";
import type { Site } from "./site.ts";

const identity = /^[\p{L}\p{M}\p{N}_-][\p{L}\p{M}\p{N}._-]*$/u;
// A thread is kept in `comments/<id>.json`, and a disk takes names of 255 bytes.
const longestId = 200;

/** What the meaning of front matter depends on. */
export type FrontMatterContext = Pick<Site, "timezone" | "basePath">;

/** The keys of FORMATS.md. What they must be is checked here; what they must be to each other, in `build-blog.ts`. */
export function createFrontMatterSchema({ timezone, basePath }: FrontMatterContext) {
  return z.object({
    title: text("title", yamlNotation),
    date: field((value) => readDate("date", value, timezone)),
    updated: field((value) => readDate("updated", value, timezone)),
    id: field(readId),
    slug: text("slug", yamlNotation),
    description: text("description", yamlNotation),
    categories: field(readCategories),
    tags: texts("tags", yamlNotation),
    author: texts("author", yamlNotation),
    authors: texts("authors", yamlNotation),
    draft: flag("draft"),
    pinned: flag("pinned"),
    noindex: flag("noindex"),
    toc: flag("toc"),
    image: field(readImage),
    aliases: field((value) => readAliases(value, basePath)),
    series: text("series", yamlNotation),
    lang: field(readLanguage),
    translationOf: text("translationOf", yamlNotation),
    comments: field(readComments),
    silence: texts("silence", yamlNotation),
  });
}

export type FrontMatterValues = z.output<ReturnType<typeof createFrontMatterSchema>>;

export const frontMatterKeys: readonly string[] = Object.keys(
  createFrontMatterSchema({ timezone: "UTC", basePath: "" }).shape,
);

/** What other engines call our keys. */
export const foreignKeys: Readonly<Record<string, string>> = {
  category: "categories",
  cover: "image",
  excerpt: "description",
  language: "lang",
  last_modified_at: "updated",
  lastmod: "updated",
  locale: "lang",
  modified: "updated",
  published: "draft",
  redirect_from: "aliases",
  summary: "description",
  thumbnail: "image",
};

function readDate(key: string, value: unknown, zone: string) {
  const remedy = `Write \`${key}: 2026-01-31\` or \`${key}: 2026-01-31 09:30\`.`;
  const parsed = typeof value === "string" ? parseDate(value, zone) : ({ mistake: "malformed" } as const);
  if ("date" in parsed) return { value: parsed.date };
  if (parsed.mistake === "malformed") {
    return refuse("date-invalid", `\`${key}\` is not a date (found ${show(value)})`, remedy);
  }
  return refuse("date-impossible", `\`${key}\` names a day or time that does not exist (found ${show(value)})`, remedy);
}

function readId(value: unknown): Reading<string> {
  const read = readText("id", value, yamlNotation);
  if (!("value" in read)) return read;
  const id = read.value.normalize("NFC");
  if (!identity.test(id)) {
    const remedy = "Use letters, numbers, `.`, `_` and `-`, not beginning with `.`.";
    return refuse("id-invalid", `\`id\` has characters that it may not have (found ${show(value)})`, remedy);
  }
  if (Buffer.byteLength(id) <= longestId) return { value: id };
  return refuse("id-invalid", `\`id\` is too long (found ${show(value)})`, `Use at most ${longestId} bytes.`);
}

const deepest = 10;

function readCategories(value: unknown): Reading<readonly string[]> {
  const read = readTexts("categories", value, yamlNotation);
  if (!("value" in read)) return read;
  const mistakes = read.value.flatMap((category, index) => {
    if (category.split("/").length <= deepest) return [];
    const message = `a category nests more than ${deepest} deep (found ${show(category)})`;
    const path = Array.isArray(value) ? [index] : [];
    return { id: "category-depth", message, remedy: "Write fewer `/`; `Parent/Child` is one level.", path };
  });
  return mistakes.length > 0 ? { mistakes } : read;
}

function flag(key: string) {
  return field<boolean>((value) => {
    const state = toFlag(value);
    if (state !== undefined) return { value: state };
    const remedy = `Write \`${key}: true\` or \`${key}: false\`.`;
    return refuse("front-matter-type", `\`${key}\` must be true or false (found ${show(value)})`, remedy);
  });
}

// YAML 1.2 writes them in these three ways.
function toFlag(value: unknown): boolean | undefined {
  if (value === "true" || value === "True" || value === "TRUE") return true;
  return value === "false" || value === "False" || value === "FALSE" ? false : undefined;
}

const imageMap = z.object({ src: z.string(), alt: z.string().nullish() });

function readImage(value: unknown): Reading<{ readonly src: string; readonly alt: string }> {
  const image = imageMap.safeParse(typeof value === "string" ? { src: value } : value);
  const src = image.data?.src.trim();
  if (src) return { value: { src, alt: image.data?.alt?.trim() ?? "" } };
  const remedy = "Write `image: ./picture.jpg` or `image: { src: ./picture.jpg, alt: What it shows }`.";
  return refuse("front-matter-type", `\`image\` must be a path, or \`src\` and \`alt\` (found ${show(value)})`, remedy);
}

function readAliases(value: unknown, basePath: string) {
  const aliases = readTexts("aliases", value, yamlNotation);
  if (!("value" in aliases)) return aliases;
  const paths = aliases.value.map((alias) => (alias === "" ? undefined : parseAlias(alias, basePath)));
  const mistakes = aliases.value.flatMap((alias, index) => {
    if (alias === "" || paths[index] !== undefined) return [];
    const message = `the alias is not an address that a page can have (found ${show(alias)})`;
    const remedy = "Write the old address from the first `/` on, such as `/2012/05/old-title/`.";
    return { id: "alias-invalid", message, remedy, path: Array.isArray(value) ? [index] : [] };
  });
  return mistakes.length > 0 ? { mistakes } : { value: paths };
}

function readLanguage(value: unknown): Reading<string> {
  const language = typeof value === "string" ? toLanguage(value.trim()) : undefined;
  if (language !== undefined) return { value: language };
  const remedy = "Write a language code such as `lang: de` or `lang: pt-BR`.";
  return refuse("lang-invalid", `\`lang\` is not a language code (found ${show(value)})`, remedy);
}

function readComments(value: unknown): Reading<CommentsMode> {
  const state = toFlag(value);
  if (state !== undefined) return { value: state ? "open" : "none" };
  if (value === "closed") return { value: "closed" };
  const remedy = "Write `comments: true`, `comments: closed` or `comments: false`.";
  return refuse("front-matter-type", `\`comments\` must be true, closed or false (found ${show(value)})`, remedy);
}
