import type { Page, Post } from "../content/post.ts";
import type { Problem } from "../lib/problem.ts";
import type { FontLibrary } from "./font-families.ts";
import { isPlain } from "./assign-fonts.ts";
import { toReadableText } from "./readable-text.ts";

type CardEntry = Post | Page;

/** Where the first of some keys stands in the front matter of an entry. */
export type LocateKey = (
  entry: CardEntry,
  keys: readonly string[],
) => { readonly line: number; readonly column: number };

/**
 * What cards leave out because no font has it. Emoji are told once for the whole blog, and so is a language that no
 * font knows and a name that stands in many posts; everything else at its title.
 */
export function findMissingGlyphs(entries: readonly CardEntry[], library: FontLibrary, locate: LocateKey): Problem[] {
  const groups = new Map<string, { readonly first: Finding; more: number }>();
  for (const finding of entries.flatMap((entry) => findInEntry(entry, library))) {
    const known = groups.get(finding.group);
    if (known) known.more += 1;
    else groups.set(finding.group, { first: finding, more: 0 });
  }
  return [...groups.values()].map(({ first, more }) => toProblem(first, more, locate));
}

type Finding = {
  readonly entry: CardEntry;
  readonly keys: readonly string[];
  /** Findings of one group are told once. */
  readonly group: string;
  readonly found: string;
  readonly isUnreadable: boolean;
};

const emoji = /[\p{Extended_Pictographic}\p{Regional_Indicator}\u20E3]/u;

function findInEntry(entry: CardEntry, library: FontLibrary): Finding[] {
  return toTexts(entry).flatMap(({ text, name, keys }) => {
    if (isPlain(text)) return [];
    const { text: readable, missing } = toReadableText(text, entry.lang, library);
    if (missing.length === 0) return [];
    const isTitle = name === "title";
    const isUnreadable = isTitle && readable === undefined;
    const found = `${missing.slice(0, 6).map(toVisible).join(" ")}${missing.length > 6 ? " …" : ""} in the ${name}`;
    return [{ entry, keys, found, isUnreadable, group: toGroup() }];

    function toGroup(): string {
      if (missing.every((grapheme) => emoji.test(grapheme))) return "emoji";
      if (isUnreadable) return `language ${entry.lang}`;
      return isTitle ? `title of ${entry.source.file}` : `${name} ${text}`;
    }
  });
}

function toProblem({ entry, keys, found, isUnreadable }: Finding, more: number, locate: LocateKey): Problem {
  const like = more === 0 ? "" : `, and the like in ${more} more`;
  const place = { id: "card-glyph", severity: "warning", file: entry.source.file, ...locate(entry, keys) } as const;
  if (isUnreadable) {
    const message = `no font of the social cards can write this title (found ${found}${like})`;
    return { ...place, message, remedy: "Give it an `image:`; until then it is shared with the blog's own card." };
  }
  const message = `the social card leaves out what its fonts lack (found ${found}${like})`;
  return { ...place, message, remedy: "Leave it so, write it in letters, or give the post an `image:`." };
}

type Text = { readonly text: string; readonly name: string; readonly keys: readonly string[] };

function toTexts(entry: CardEntry): Text[] {
  const title: Text = { text: entry.title, name: "title", keys: ["title"] };
  if (entry.kind === "page") return [title];
  const [category] = entry.categories;
  const keys = ["author", "authors"];
  const authors = entry.authors.map(({ name }): Text => ({ text: name, name: "author's name", keys }));
  return [title, ...(category ? [{ text: category.name, name: "category", keys: ["categories"] }] : []), ...authors];
}

/** Characters that nobody has drawn by their number. */
function toVisible(grapheme: string): string {
  if (!/[\p{Co}\p{Cn}]/u.test(grapheme)) return grapheme;
  return `U+${grapheme.codePointAt(0)?.toString(16).toUpperCase()}`;
}
