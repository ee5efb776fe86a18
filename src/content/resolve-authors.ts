import { memoise } from "../lib/memoise.ts";
import { toPermalink } from "../lib/permalink.ts";
import type { Problem } from "../lib/problem.ts";
import type { Author } from "./author.ts";
import type { ParsedEntry } from "./parsed-entry.ts";
import type { AuthorSettings } from "./registers.ts";
import { assignSlugs } from "./term-slugs.ts";
import { chooseSpellings, findUses, foldPath, toPath } from "./term-spelling.ts";
import { findVariants } from "./term-variants.ts";

/** Every author of a blog, findable by the key or name that a post gives. */
export type AuthorIndex = {
  readonly find: (written: string) => Author | undefined;
  readonly problems: readonly Problem[];
};

type Register = ReadonlyMap<string, AuthorSettings>;

/**
 * An author for every key or name in use; a key that the register lacks is its own name. Names that differ only in
 * case or Unicode form are one author. `always` names authors that exist without a post.
 */
export function resolveAuthors(entries: readonly ParsedEntry[], register: Register, always: string): AuthorIndex {
  const uses = [...findUses("author", entries), ...findUses("authors", entries)];
  const toName = (written: string) => toPath("authors", written);
  const spellings = chooseSpellings(uses, [...register.keys(), always].map(toName));
  const settings = new Map([...register].map(([key, value]) => [foldPath(toName(key)), value]));
  const authors = new Map<string, Author>();
  for (const { name: key, slug } of assignSlugs([...spellings.values()].flat())) {
    const { name = key, bio, url, avatar } = settings.get(foldPath([key])) ?? {};
    const permalink = toPermalink("authors", slug);
    const more = { ...(bio && { bio }), ...(url && { url }), ...(avatar && { avatar }) };
    authors.set(foldPath([key]), { key, name, slug, permalink, ...more });
  }
  const origin = (path: readonly string[]): string =>
    settings.has(foldPath(path)) ? "as in `_data/authors.json`" : "the blog's author";
  return {
    find: memoise((written: string) => authors.get(foldPath(toName(written)))),
    problems: findVariants({ noun: "author", uses, spellings, origin }),
  };
}
