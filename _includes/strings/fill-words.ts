import { isRecord } from "../../src/lib/is-record.ts";
import { show } from "../../src/lib/show.ts";
import { suggest } from "../../src/lib/suggest.ts";
import type { Strings } from "./strings.ts";

/** Something in a file of words that cannot be used. */
export type Mistake = {
  readonly kind: "type" | "key";
  readonly path: readonly string[];
  readonly message: string;
  readonly remedy: string;
};

/** `missing`: keys for which there was nothing but English. */
type Filled = { readonly words: Strings; readonly missing: readonly string[]; readonly mistakes: readonly Mistake[] };

/** All words of a language: those of `own` that can be used, else those of `below`, else English. */
export function fillWords(english: Strings, below: Strings | undefined, own: unknown): Filled {
  const missing: string[] = [];
  const mistakes: Mistake[] = [];
  const notes = { missing, mistakes };
  const words = fillGroup({ english, below, own, path: [] }, notes);
  if (!isComplete(words, english)) throw new Error("Words were lost while they were filled in");
  return { words, ...notes };
}

/** Of what kind the words are has been seen to one by one. */
function isComplete(words: object, english: Strings): words is Strings {
  return Object.keys(english).every((key) => key in words);
}

type Place = {
  readonly english: unknown;
  readonly below: unknown;
  readonly own: unknown;
  readonly path: readonly string[];
};

type Notes = { readonly missing: string[]; readonly mistakes: Mistake[] };

function fillGroup({ english, below, own, path }: Place, notes: Notes): object {
  const [wanted, under, given] = [english, below, own].map((value) => (isRecord(value) ? value : {}));
  for (const key of Object.keys(given ?? {})) {
    if (!Object.hasOwn(wanted ?? {}, key)) notes.mistakes.push(toUnknown([...path, key], Object.keys(wanted ?? {})));
  }
  const entries = Object.entries(wanted ?? {}).map(([key, word]) => {
    const place = { english: word, below: under?.[key], own: given?.[key], path: [...path, key] };
    return [key, fillWord(place, notes)] as const;
  });
  return Object.fromEntries(entries);
}

function fillWord(place: Place, notes: Notes): unknown {
  const { english, below, own, path } = place;
  const mistake = own === undefined ? undefined : findMistake(english, own, path);
  if (mistake) notes.mistakes.push(mistake);
  if (isGroup(english)) return fillGroup(mistake ? { ...place, own: {} } : place, notes);
  if (own !== undefined && !mistake) return own;
  if (below === undefined) notes.missing.push(path.join("."));
  return below ?? english;
}

function findMistake(english: unknown, own: unknown, path: readonly string[]): Mistake | undefined {
  const kind = kinds.find(({ is }) => is(english));
  const key = path.join(".");
  const problem = { kind: "type", path } as const;
  const remedy = "Write it as `_includes/strings/en.ts` does.";
  if (!kind?.is(own)) return { ...problem, message: `\`${key}\` must be ${kind?.name} (found ${show(own)})`, remedy };
  const lost = typeof own === "string" ? findPlaces(english).find((name) => !own.includes(name)) : undefined;
  return lost === undefined
    ? undefined
    : { ...problem, message: `\`${key}\` lacks \`${lost}\` (found ${show(own)})`, remedy };
}

const kinds = [
  { name: "some text", is: (value: unknown) => typeof value === "string" },
  { name: "a function that returns text", is: (value: unknown) => typeof value === "function" },
  { name: "an object with a text for each plural form, `other` among them", is: isForms },
  { name: "an object", is: isGroup },
];

/** A text for each plural form; which there are depends on the language. */
function isForms(value: unknown): boolean {
  return isRecord(value) && "other" in value && Object.values(value).every((text) => typeof text === "string");
}

function isGroup(value: unknown): boolean {
  return isRecord(value) && !("other" in value);
}

/** What a script puts into a text: `{name}`. */
function findPlaces(english: unknown): readonly string[] {
  return typeof english === "string" ? (english.match(/\{\w+\}/g) ?? []) : [];
}

function toUnknown(path: readonly string[], known: readonly string[]): Mistake {
  const key = path.at(-1) ?? "";
  const meant = suggest(key, known);
  const remedy = meant ? `Did you mean \`${[...path.slice(0, -1), meant].join(".")}\`?` : "Remove it.";
  return { kind: "key", path, message: `unknown key (found \`${show(path.join("."))}\`)`, remedy };
}
