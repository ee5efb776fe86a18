import { toLanguage } from "../../../lib/language.ts";
import type { Finding } from "../../finding.ts";
import type { Language, Placed } from "./entry-plan.ts";

export type LanguagePlan = { readonly languages: ReadonlyMap<string, Language>; readonly findings: readonly Finding[] };

/** Languages as Polylang keeps them: a term for the language, one for each group of translations. By key of the item. */
export function planLanguages(entries: readonly Placed[], main: string): LanguagePlan {
  const groups = new Map<string, Placed[]>();
  const languages = new Map<string, Language>();
  for (const entry of entries) {
    const lang = languageOf(entry);
    if (lang !== undefined && !isSame(lang, main)) languages.set(entry.head.key, { lang });
    const group = entry.head.terms.find(({ domain }) => domain === "post_translations")?.slug;
    if (group !== undefined && entry.visibility === "public") groups.set(group, [...(groups.get(group) ?? []), entry]);
  }
  const findings: Finding[] = [];
  for (const [name, group] of groups) {
    const known = new Set(group.map((entry) => languageOf(entry) ?? main));
    if (known.size < group.length) findings.push(toUnclear(name));
    else linkGroup(group, main, languages);
  }
  return { languages, findings };
}

function linkGroup(group: readonly Placed[], main: string, languages: Map<string, Language>): void {
  const original = group.find((entry) => isSame(languageOf(entry) ?? main, main)) ?? group[0];
  for (const entry of group) {
    if (!original || entry === original) continue;
    languages.set(entry.head.key, { ...languages.get(entry.head.key), translationOf: original.id });
  }
}

function languageOf({ head }: Placed): string | undefined {
  const slug = head.terms.find(({ domain }) => domain === "language")?.slug;
  return slug === undefined ? undefined : toLanguage(slug.replaceAll("_", "-"));
}

/** `en` is the language of a blog in `en-US`. */
function isSame(lang: string, main: string): boolean {
  return lang === main || lang.split("-")[0] === main.split("-")[0];
}

function toUnclear(name: string): Finding {
  const note = "Two of these translations have one language, so that they are not linked to each other.";
  return { kind: "term", found: `post_translations ${name}`, outcome: "dropped", note };
}
