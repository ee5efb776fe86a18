import type { EntryValues } from "../../entry-values.ts";
import { isRecord } from "../../../lib/is-record.ts";
import { readFirst, readFlag, readPath, readText, readTexts } from "../front/front-values.ts";
import { toLanguageCode } from "../folder/config-values.ts";
import type { PlainData } from "../front/plain-data.ts";
import type { Terms } from "../generator.ts";
import * as keys from "./entry-keys.ts";
import { updateKeys } from "./find-date.ts";
import { readMoment, type ClockRules } from "./read-moment.ts";
import type { SourceText } from "./source-text.ts";

type OwnValues = Omit<EntryValues, "id" | "slug" | "aliases" | "image" | "translationOf">;

/** What a text says of itself, in the words of the new blog; addresses and pictures come later. */
export function readEntryValues(
  { data, title, moment, status, kind, place }: SourceText,
  terms: Terms,
  rules: ClockRules,
): OwnValues {
  const language = readFirst(data, inside(keys.languageKeys), readText)?.value ?? place.lang;
  const isPost = kind === "post";
  return {
    title,
    date: moment?.text,
    updated: readFirst(data, inside(updateKeys), (value) => readMoment(value, rules))?.value.text,
    description: readFirst(data, keys.descriptionKeys, readDescription)?.value,
    ...(isPost && { categories: terms.categories, tags: terms.tags, series: readSeries(data) }),
    authors: readAuthors(data),
    draft: status === "draft" || undefined,
    pinned: isPost && readPin(data) ? true : undefined,
    noindex: readNoindex(data) || undefined,
    toc: readFirst(data, inside(keys.tocKeys), readFlag)?.value,
    lang: toLanguageCode(language),
    comments: readComments(data, isPost),
  };
}

/** Themes keep their own keys in `extra` (Zola) or `params` (Hugo). */
export function inside(names: readonly string[]): string[] {
  return ["", "extra.", "params."].flatMap((start) => names.map((name) => start + name));
}

function readDescription(value: unknown): string | undefined {
  const text = readText(value);
  return text === undefined || /^(?:true|false)$/.test(text) ? undefined : text;
}

function readAuthors(data: PlainData): string[] {
  const paths = [
    "authors",
    "author",
    "taxonomies.authors",
    "extra.authors",
    "extra.author",
    "params.authors",
    "params.author",
  ];
  const names = paths.map((path) => readTexts(readPath(data, path))).find((list) => list.length > 0) ?? [];
  // Nobody's address gets out: `Ana <ana@example.org>` is Ana.
  return names
    .map((name) => name.replace(/\s*[<(][^<>()]*@[^<>()]*[>)]/g, "").trim())
    .filter((name) => name !== "" && !/^\S+@\S+$/.test(name));
}

function readSeries(data: PlainData): string | undefined {
  const paths = ["series", "taxonomies.series", "extra.series", "params.series"];
  const value = paths.map((path) => readPath(data, path)).find((found) => found !== undefined);
  return readTexts(value)[0];
}

function readPin(data: PlainData): boolean {
  return inside(keys.pinKeys).some((path) => {
    const value = readPath(data, path);
    // Hexo's `sticky` and `top` are numbers.
    return readFlag(value) ?? Number(readText(value) ?? 0) > 0;
  });
}

function readNoindex(data: PlainData): boolean {
  if (readFlag(data.hidden) === true || readFlag(data.unlisted) === true) return true;
  return inside(keys.noindexKeys).some((path) => {
    const value = readPath(data, path);
    if (path.endsWith("sitemap")) return readFlag(isRecord(value) ? value.exclude : undefined) === true;
    if (path.endsWith("robots")) return /noindex/i.test(readText(value) ?? "");
    return readFlag(value) === true;
  });
}

/** Posts can be answered unless they say no, pages only if they say yes. */
function readComments(data: PlainData, isPost: boolean): EntryValues["comments"] {
  for (const path of inside(keys.commentKeys)) {
    const value = readFlag(readPath(data, path));
    if (value === undefined) continue;
    const isOpen = /dis?able|no_?comments/i.test(path) ? !value : value;
    if (isOpen === isPost) return undefined;
    return isOpen;
  }
  return undefined;
}

/** The first picture that front matter names, as it is written there. */
export function readImage(data: PlainData): { readonly src: string; readonly alt?: string } | undefined {
  return readFirst(data, inside(keys.imageKeys), toImage)?.value;
}

function toImage(value: unknown): { readonly src: string; readonly alt?: string } | undefined {
  if (Array.isArray(value)) return value.map(toImage).find((image) => image !== undefined);
  const src = readText(value);
  if (src !== undefined) return /^(?:true|false|#.*|\d+)$/.test(src) ? undefined : { src };
  if (!isRecord(value)) return undefined;
  const names = [
    "src",
    "image",
    "path",
    "url",
    "feature",
    "teaser",
    "overlay_image",
    "og_image",
    "thumb",
    "thumbnail",
    "relative_path",
    "credit_image",
  ];
  const found = names.map((name) => readText(value[name])).find((text) => text !== undefined);
  if (found === undefined) return undefined;
  const alt = readText(value.alt) ?? readText(value.image_alt) ?? readText(value.caption);
  return alt === undefined ? { src: found } : { src: found, alt };
}
