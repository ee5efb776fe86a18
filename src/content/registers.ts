import { z } from "zod";
import { isRecord } from "../lib/is-record.ts";
import { decodePath } from "../lib/permalink.ts";
import type { Problem } from "../lib/problem.ts";
import { show } from "../lib/show.ts";
import { toSlug, type Slug } from "../lib/slug.ts";
import { field, jsonNotation, readText, refuse, text, type Reading } from "./field.ts";
import { findUnknownKeys, problemAt, toProblems } from "./issues.ts";
import { parseJson, type JsonSource } from "./json-source.ts";
import type { SourceFile } from "./source-file.ts";
import { foldPath, toPath } from "./term-spelling.ts";
import type { Taxonomy } from "./term.ts";
import type { Locate } from "./yaml-locator.ts";

/** What `_data/terms.json` says of a term; the key is its path, `A/B`. */
export type TermSettings = {
  readonly slug?: Slug;
  readonly description?: string;
  /** There is more, which cannot be read. */
  readonly isWrong?: true;
};

export type TermRegister = {
  readonly categories: ReadonlyMap<string, TermSettings>;
  readonly tags: ReadonlyMap<string, TermSettings>;
};

/** What `_data/authors.json` says of an author. */
export type AuthorSettings = {
  readonly name?: string;
  readonly bio?: string;
  readonly url?: string;
  readonly avatar?: string;
};

type Parsed<T> = {
  readonly value: T;
  /** False when nothing of the file could be read. */
  readonly isRead: boolean;
  readonly problems: readonly Problem[];
};

const termSettings = z.object({ slug: field(readSlug), description: text("description", jsonNotation) });
const authorSettings = z.object({
  name: text("name", jsonNotation),
  bio: text("bio", jsonNotation),
  url: field(readWebAddress),
  avatar: field(readAvatar),
});

/** `_data/terms.json`; no file is an empty register. */
export function parseTerms(source: SourceFile | undefined): Parsed<TermRegister> {
  const read = parseJson(source);
  const sections = { known: ["categories", "tags"], id: "terms-key", severity: "warning" } as const;
  const problems = [...read.problems, ...findUnknownKeys(read.data, sections, read.file, read.locate)];
  const parse = (section: Taxonomy) => {
    const parsed = parseRecord(read, [section], termSettings);
    problems.push(...parsed.problems, ...findSharedTerms(read, section, parsed.value));
    const written = read.data[section];
    const wrong = Object.keys(isRecord(written) ? written : {}).filter(
      (key) => key.trim() !== "" && !parsed.value.has(key),
    );
    return new Map<string, TermSettings>([...parsed.value, ...wrong.map((key) => [key, { isWrong: true }] as const)]);
  };
  const value = { categories: parse("categories"), tags: parse("tags") };
  return { value, isRead: read.problems.length === 0, problems };
}

type ParsedAuthors = Parsed<ReadonlyMap<string, AuthorSettings>> & Pick<JsonSource, "file" | "locate">;

/** `_data/authors.json`; no file is an empty register. */
export function parseAuthors(source: SourceFile | undefined): ParsedAuthors {
  const read = parseJson(source);
  const { value, problems } = parseRecord(read, [], authorSettings);
  const isRead = read.problems.length === 0;
  return { value, isRead, problems: [...read.problems, ...problems], file: read.file, locate: read.locate };
}

/** Each entry on its own, so that one mistake hides no other; an entry that is wrong is left out. */
function parseRecord<T extends z.ZodObject>(json: JsonSource, path: readonly string[], schema: T) {
  const problems: Problem[] = [];
  const value = new Map<string, z.output<T>>();
  const section = path[0] === undefined ? json.data : (json.data[path[0]] ?? {});
  const refuseAt = (place: readonly string[], message: string, found: unknown): void => {
    const remedy = 'Write `{ "key": { … } }`.';
    const problem = {
      id: "json",
      severity: "error",
      file: json.file,
      message: `${message} (found ${show(found)})`,
    } as const;
    problems.push(problemAt({ ...problem, remedy }, json.locate, place));
  };
  if (!isRecord(section)) refuseAt(path, `\`${path.join(".")}\` must be an object`, section);
  for (const [key, settings] of Object.entries(isRecord(section) ? section : {})) {
    const place = [...path, key];
    if (key.trim() === "") refuseAt(place, "a key must not be empty", key);
    else if (!isRecord(settings)) refuseAt(place, `\`${show(key)}\` must be an object`, settings);
    else {
      const locate: Locate = (inner, part) => json.locate([...place, ...inner], part);
      const known = { known: Object.keys(schema.shape), id: "json-key", severity: "warning" } as const;
      problems.push(...findUnknownKeys(settings, known, json.file, locate));
      const parsed = schema.safeParse(settings);
      if (parsed.success) value.set(key, parsed.data);
      else problems.push(...toProblems(parsed.error, json.file, locate));
    }
  }
  return { value, problems };
}

/** Two keys that mean one term, or two slugs that make one address. */
function findSharedTerms(json: JsonSource, section: Taxonomy, terms: ReadonlyMap<string, TermSettings>): Problem[] {
  const byName = new Map<string, string>();
  const bySlug = new Map<string, string>();
  return [...terms].flatMap(([key, { slug }]) => {
    const path = toPath(section, key);
    const twin = claim(byName, foldPath(path), key);
    const rival = slug && !twin && claim(bySlug, `${foldPath(path.slice(0, -1))}/${slug}`, key);
    const problem = { id: "term-duplicate", severity: "error", file: json.file } as const;
    if (twin !== undefined) {
      const message = `"${show(key)}" is the same term as another key (as "${show(twin)}")`;
      return problemAt({ ...problem, message, remedy: "Join the two." }, json.locate, [section, key], "key");
    }
    if (!rival) return [];
    const message = `the slug "${slug}" of "${show(key)}" is taken (by "${show(rival)}")`;
    return problemAt({ ...problem, message, remedy: "Give one of the two another." }, json.locate, [
      section,
      key,
      "slug",
    ]);
  });
}

/** Who has `key` already; else `name` has it from now on. */
function claim(owners: Map<string, string>, key: string, name: string): string | undefined {
  const owner = owners.get(key);
  if (owner === undefined) owners.set(key, name);
  return owner;
}

function readSlug(value: unknown) {
  const slug = typeof value === "string" && value !== "" ? toSlug(value) : undefined;
  if (slug !== undefined && slug === value) return { value: slug };
  const remedy = `Write ${slug ? `\`"slug": "${slug}"\`` : "lower-case letters, numbers and `-`"}.`;
  return refuse("term-slug-invalid", `\`slug\` is not a slug (found ${show(value)})`, remedy);
}

function readWebAddress(value: unknown) {
  if (typeof value === "string" && /^(?:https?:\/\/\S|mailto:\S|\/(?!\/))/.test(value)) return { value };
  const remedy = "Write a full address such as `https://example.org/`.";
  return refuse("author-url", `\`url\` is not an address (found ${show(value)})`, remedy);
}

/** A full address, or a path from the blog's root on, whether it begins with `/` or not. */
function readAvatar(value: unknown): Reading<string> {
  const read = readText("avatar", value, jsonNotation);
  if (!("value" in read) || /^(?:https?:)?\/\//i.test(read.value)) return read;
  return { value: decodePath(read.value.replace(/^(?:\.?\/)?/, "/")) };
}
