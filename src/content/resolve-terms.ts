import { memoise } from "../lib/memoise.ts";
import { toPermalink } from "../lib/permalink.ts";
import type { Problem } from "../lib/problem.ts";
import type { Slug } from "../lib/slug.ts";
import type { ParsedEntry } from "./parsed-entry.ts";
import type { TermSettings } from "./registers.ts";
import { assignSlugs } from "./term-slugs.ts";
import {
  chooseSpellings,
  findUses,
  foldPath,
  parentKey,
  toPath,
  type TermPath,
  type TermUse,
} from "./term-spelling.ts";
import { findVariants, warnAtUse } from "./term-variants.ts";
import type { Taxonomy, Term } from "./term.ts";

/** Every term of one taxonomy, findable by the name that an author wrote. */
export type TermIndex = {
  readonly find: (written: string) => Term | undefined;
  readonly problems: readonly Problem[];
};

/** By folded path. */
type Settings = ReadonlyMap<string, TermSettings>;

/**
 * Joins names that differ only in case or Unicode form to one term, spelled as in `terms.json`, else as most posts do,
 * and gives every term a URL of its own. `always` names terms that exist without a post.
 */
export function resolveTerms(
  taxonomy: Taxonomy,
  entries: readonly ParsedEntry[],
  register: ReadonlyMap<string, TermSettings>,
  always: readonly string[] = [],
): TermIndex {
  const uses = findUses(taxonomy, entries);
  const registered = [...register].map(([name, settings]) => ({ path: toPath(taxonomy, name), settings }));
  const preferred = [...registered.map(({ path }) => path), ...always.map((name) => toPath(taxonomy, name))];
  const spellings = chooseSpellings(uses, preferred);
  const settings: Settings = new Map(registered.map((term) => [foldPath(term.path), term.settings]));
  const { terms, told } = toTerms(taxonomy, spellings, settings);
  const names = new Set(registered.flatMap(({ path }) => path.map((_, depth) => foldPath(path.slice(0, depth + 1)))));
  const origin = (path: TermPath): string =>
    names.has(foldPath(path)) ? "as in `_data/terms.json`" : "the default category";
  const problems = findVariants({ noun: toNoun(taxonomy), uses, spellings, origin });
  return {
    find: memoise((written: string) => terms.get(foldPath(toPath(taxonomy, written)))),
    problems: told.length > 0 ? [...problems, ...warnToldApart(told, uses)] : problems,
  };
}

/** Terms by folded path, and those among them that got another slug than their name's. */
function toTerms(taxonomy: Taxonomy, spellings: ReadonlyMap<string, TermPath>, settings: Settings) {
  const terms = new Map<string, Term>();
  const told: Term[] = [];
  for (const [parent, siblings] of groupBySiblings(spellings)) {
    for (const { path, slug, isTold } of assignSiblingSlugs(siblings, settings)) {
      const term = toTerm({ taxonomy, path, slug, parent: terms.get(parent), settings });
      terms.set(foldPath(path), term);
      if (isTold && !settings.get(foldPath(path))?.isWrong) told.push(term);
    }
  }
  return { terms, told };
}

/** By the folded path of the parent; parents come before their children. */
function groupBySiblings(spellings: ReadonlyMap<string, TermPath>): Map<string, TermPath[]> {
  const groups = new Map<string, TermPath[]>();
  for (const [key, path] of spellings) {
    const siblings = groups.get(parentKey(key));
    if (siblings) siblings.push(path);
    else groups.set(parentKey(key), [path]);
  }
  return groups;
}

function assignSiblingSlugs(siblings: readonly TermPath[], settings: Settings) {
  const paths = new Map(siblings.map((path) => [path.at(-1) ?? "", path]));
  const fixed = new Map<string, Slug>();
  for (const [name, path] of paths) {
    const slug = settings.get(foldPath(path))?.slug;
    if (slug) fixed.set(name, slug);
  }
  return assignSlugs([...paths.keys()], fixed).map(({ name, slug, told }) => {
    return { path: paths.get(name) ?? [], slug, isTold: told !== undefined };
  });
}

type TermParts = {
  readonly taxonomy: Taxonomy;
  readonly path: TermPath;
  readonly slug: Slug;
  readonly parent: Term | undefined;
  readonly settings: Settings;
};

function toTerm({ taxonomy, path, slug, parent, settings }: TermParts): Term {
  const folder = parent?.url.split("/").filter(Boolean) ?? [taxonomy];
  const description = settings.get(foldPath(path))?.description;
  return {
    taxonomy,
    name: path.at(-1) ?? "",
    path,
    url: toPermalink(...folder, slug),
    ...(parent && { parent }),
    ...(description && { description }),
  };
}

/** At the first use of each. */
function warnToldApart(told: readonly Term[], uses: readonly TermUse[]): Problem[] {
  const waiting = new Map(told.map((term) => [foldPath(term.path), term]));
  return uses.flatMap((use) =>
    use.path.flatMap((_, depth) => {
      const key = foldPath(use.path.slice(0, depth + 1));
      const term = waiting.get(key);
      waiting.delete(key);
      return term ? warnShared(term, use) : [];
    }),
  );
}

function warnShared({ taxonomy, path, url }: Term, use: TermUse): Problem {
  const noun = toNoun(taxonomy);
  const name = path.join("/");
  const message = `${noun} "${name}" would share its address with another ${noun} (it becomes ${url})`;
  const remedy = `Give it a slug in \`_data/terms.json\`: \`"${taxonomy}": { "${name}": { "slug": "…" } }\`.`;
  return warnAtUse("term-slug", use, message, remedy);
}

function toNoun(taxonomy: Taxonomy): "tag" | "category" {
  return taxonomy === "tags" ? "tag" : "category";
}
