import type { Problem } from "../lib/problem.ts";
import { show } from "../lib/show.ts";
import { suggest } from "../lib/suggest.ts";
import type { Translations } from "./blog.ts";
import type { ResolvedEntry } from "./duplicates.ts";
import { problemAt } from "./issues.ts";
import type { Page, Post } from "./post.ts";

/** `originals`: by the id of each translation, the id of the text that everything began with. */
type Resolved = { readonly originals: ReadonlyMap<string, string>; readonly problems: readonly Problem[] };

/** Follows every `translationOf` to the original. What leads nowhere joins nothing, and is a problem. */
export function resolveTranslations(resolved: readonly ResolvedEntry[]): Resolved {
  const translations = resolved.filter(({ entry }) => entry.translationOf !== undefined);
  if (translations.length === 0) return { originals: new Map(), problems: [] };
  const entries = new Map(resolved.map(({ entry }) => [entry.id, entry]));
  const originals = new Map<string, string>();
  const problems = translations.flatMap((translation) => {
    const { original, problem } = follow(translation, entries);
    if (original !== undefined) originals.set(translation.entry.id, original);
    return problem ?? [];
  });
  return { originals, problems: [...problems, ...findSameLanguage(resolved, originals)] };
}

/** What is to be seen, by the id of each text that is there in more than one language. */
export function groupTranslations(
  originals: ReadonlyMap<string, string>,
  entries: readonly (Post | Page)[],
): ReadonlyMap<string, Translations> {
  const ids = new Set(originals.values());
  const groups = new Map<string, (Post | Page)[]>();
  for (const entry of entries) {
    const id = originals.get(entry.id) ?? entry.id;
    if (ids.has(id)) groups.set(id, [...(groups.get(id) ?? []), entry]);
  }
  return new Map([...groups].flatMap(([id, group]) => toTranslations(id, group)));
}

function toTranslations(id: string, group: readonly (Post | Page)[]): (readonly [string, Translations])[] {
  const original = group.find((entry) => entry.id === id);
  const others = group.filter((entry) => entry !== original).toSorted(byLanguage);
  const all = [...(original ? [original] : []), ...others];
  const entries = all.filter((entry, index) => all.findIndex(({ lang }) => lang === entry.lang) === index);
  if (entries.length < 2) return [];
  const translations = { ...(original && { original }), entries };
  return entries.map((entry) => [entry.id, translations]);
}

function byLanguage(a: Post | Page, b: Post | Page): number {
  return a.lang < b.lang ? -1 : a.lang > b.lang ? 1 : 0;
}

type Followed = { readonly original?: string; readonly problem?: Problem };

function follow(translation: ResolvedEntry, entries: ReadonlyMap<string, Post | Page>): Followed {
  const { entry } = translation;
  const way = [entry.id];
  let next = entry.translationOf;
  while (next !== undefined) {
    const id = next.normalize("NFC");
    const found = entries.get(id);
    // Further on the way, it is the problem of the text that says so.
    if (!found) return way.length === 1 ? { problem: toUnknown(translation, entries) } : {};
    if (id === entry.id) return { problem: way.length === 1 ? toItself(translation) : toCircle(translation, way) };
    if (way.includes(id)) return {};
    way.push(id);
    next = found.translationOf;
  }
  const original = way.at(-1) ?? entry.id;
  return { original, ...(way.length > 2 && { problem: toChain(translation, original) }) };
}

function toUnknown(translation: ResolvedEntry, entries: ReadonlyMap<string, unknown>): Problem {
  const { id, translationOf = "" } = translation.entry;
  const meant = suggest(
    translationOf,
    [...entries.keys()].filter((known) => known !== id),
  );
  const message = `\`translationOf\` is the id of no post or page (found ${show(translationOf)})`;
  const remedy = meant
    ? `Did you mean \`${meant}\`?`
    : "Write the original's `id`, which is its slug unless it has one.";
  return warn(translation, "translation-unknown", message, remedy);
}

function toItself(translation: ResolvedEntry): Problem {
  const message = `\`translationOf\` is the text's own id (found ${translation.entry.id})`;
  return warn(translation, "translation-itself", message, "Write the id of the original, or remove the line.");
}

function toCircle(translation: ResolvedEntry, way: readonly string[]): Problem {
  const message = `\`translationOf\` leads round in a circle (${[...way, way[0]].join(", ")})`;
  return warn(translation, "translation-circle", message, "Remove it from the original.");
}

function toChain(translation: ResolvedEntry, original: string): Problem {
  const message = `\`translationOf\` is a translation itself (found ${translation.entry.translationOf})`;
  return warn(translation, "translation-chain", message, `Write \`translationOf: ${original}\`.`);
}

/** Of two texts in one language only one can be linked to. */
function findSameLanguage(resolved: readonly ResolvedEntry[], originals: ReadonlyMap<string, string>): Problem[] {
  const ids = new Set(originals.values());
  const known = resolved.filter(({ parsed }) => !parsed.wrong.has("lang"));
  const taken = new Map(
    known.flatMap(({ entry }) => (ids.has(entry.id) ? [[`${entry.id} ${entry.lang}`, entry]] : [])),
  );
  return known.flatMap((translation) => {
    const { entry } = translation;
    const original = originals.get(entry.id);
    if (original === undefined) return [];
    const other = taken.get(`${original} ${entry.lang}`);
    taken.set(`${original} ${entry.lang}`, other ?? entry);
    if (!other) return [];
    const message = `the translation has the language of another (${entry.lang}, as ${other.source.file})`;
    return warn(translation, "translation-language", message, "Write its own in `lang`, or remove `translationOf`.");
  });
}

function warn({ parsed }: ResolvedEntry, id: string, message: string, remedy: string): Problem {
  const problem = { id, severity: "warning", file: parsed.source.file, message, remedy } as const;
  return problemAt(problem, parsed.locate, ["translationOf"]);
}
