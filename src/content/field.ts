import { z } from "zod";
import { show } from "../lib/show.ts";

/** Why a value is refused, for the problem that is made of it. */
export type Mistake = {
  readonly id: string;
  readonly message: string;
  readonly remedy: string;
  /** Steps from the field's value to the part that is wrong: `[2]` for the third item. */
  readonly path?: readonly (string | number)[];
};

/** The result of reading one value. */
export type Reading<T> = { readonly value: T } | { readonly mistakes: readonly Mistake[] };

/** How a value is written in the kind of file that it stands in, and the id of the problem when it is not. */
export type Notation = {
  readonly id: string;
  readonly text: (key: string) => string;
  readonly list: (key: string) => string;
};

export const yamlNotation: Notation = {
  id: "front-matter-type",
  text: (key) => `${key}: some text`,
  list: (key) => `${key}: [one, two]`,
};

export const jsonNotation: Notation = {
  id: "json-type",
  text: (key) => `"${key}": "some text"`,
  list: (key) => `"${key}": ["one", "two"]`,
};

/** A zod type around a reader that says what to do; absent, `null` and blank text are `undefined`. */
export function field<T>(read: (value: unknown) => Reading<T>) {
  // Without `optional` zod 4.6 calls an absent key a mistake of its own.
  return z
    .unknown()
    .optional()
    .transform((input, context): T | undefined => {
      if (isAbsent(input)) return undefined;
      const reading = read(input);
      if ("value" in reading) return reading.value;
      for (const { id, message, remedy, path } of reading.mistakes) {
        context.addIssue({ code: "custom", message, params: { id, remedy }, path: [...(path ?? [])] });
      }
      return z.NEVER;
    });
}

/** `key:` with nothing, `~` or blanks behind it says no more than no key at all. */
export function isAbsent(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === "string" && value.trim() === "");
}

export function refuse(id: string, message: string, remedy: string): { readonly mistakes: readonly Mistake[] } {
  return { mistakes: [{ id, message, remedy }] };
}

export function text(key: string, notation: Notation) {
  return field((value) => readText(key, value, notation));
}

export function readText(key: string, value: unknown, { id, text: write }: Notation): Reading<string> {
  if (typeof value === "string") return { value: toLine(value) };
  return refuse(id, `\`${key}\` must be text (found ${show(value)})`, `Write \`${write(key)}\`.`);
}

/** One text or a list of texts. An empty item is `""`, so that every other keeps its place. */
export function texts(key: string, notation: Notation) {
  return field((value) => readTexts(key, value, notation));
}

export function readTexts(key: string, value: unknown, { id, list }: Notation): Reading<readonly string[]> {
  const items = Array.isArray(value) ? value : [value];
  const mistakes: Mistake[] = [];
  const values: string[] = [];
  for (const [index, item] of items.entries()) {
    if (isAbsent(item)) values.push("");
    else if (typeof item === "string") values.push(toLine(item));
    else {
      const message = `\`${key}\` must be one text or a list of texts (found ${show(item)})`;
      mistakes.push({ id, message, remedy: `Write \`${list(key)}\`.`, path: Array.isArray(value) ? [index] : [] });
    }
  }
  return mistakes.length > 0 ? { mistakes } : { value: values };
}

// What an escape such as "\0" puts into a text breaks feeds, file names and terminals.
function toLine(written: string): string {
  return written
    .replace(/\s+/g, " ")
    .replace(/[\p{Cc}\p{Cs}]/gu, "\uFFFD")
    .trim();
}
