import type { SettingsSource } from "../../src/content/parse-site.ts";
import { createSettingsLocator } from "../../src/content/settings-locator.ts";
import { isRecord } from "../../src/lib/is-record.ts";
import type { Problem } from "../../src/lib/problem.ts";
import { show } from "../../src/lib/show.ts";
import { en } from "./en.ts";
import { fillWords, type Mistake } from "./fill-words.ts";
import type { Strings, StringsOf } from "./strings.ts";
import { createStringsOf, languages, shorten } from "./to-strings.ts";

/** The words of one language and the file that has them: the owner's is `_data/strings/<lang>.ts`. */
export type StringsSource = SettingsSource & { readonly lang: string };

type Merged = { readonly stringsOf: StringsOf; readonly problems: readonly Problem[] };

const ours = languages.map((strings): StringsSource => {
  return { lang: strings.lang, file: `_includes/strings/${strings.lang}.ts`, text: "", value: strings };
});

/**
 * The words of all languages, the owner's laid over ours. What a language lacks is said in English, and the problems
 * name it. A test may bring other languages than ours.
 */
export function mergeStrings(owners: readonly StringsSource[], siteLanguage: string, engine = ours): Merged {
  const table = new Map<string, Strings>();
  // `pt` before `pt-BR`, which is laid over it.
  const sources = [...engine, ...owners.toSorted((a, b) => a.lang.length - b.lang.length)];
  const problems = sources.flatMap((source) => {
    const { lang, value } = source;
    const below = shorten(lang).flatMap((tag) => table.get(tag) ?? [])[0];
    const { words, missing, mistakes } = fillWords(en, below, withLang(value, lang));
    table.set(lang, { ...words, lang });
    return [...mistakes.map((mistake) => toProblem(mistake, source)), ...toMissing(missing, source)];
  });
  return { stringsOf: createStringsOf([...table.values()], siteLanguage), problems: [...problems] };
}

/** The file's name says it; nobody need write it again. */
function withLang(value: unknown, lang: string): unknown {
  return isRecord(value) ? { ...value, lang } : value;
}

function toProblem({ kind, path, message, remedy }: Mistake, { file, text }: StringsSource): Problem {
  const place = createSettingsLocator(text, Object.keys(en))([path[0] ?? ""], "key");
  return { id: `strings-${kind}`, severity: "warning", file, ...place, message, remedy };
}

function toMissing(missing: readonly string[], { lang, file }: StringsSource): Problem[] {
  if (missing.length === 0) return [];
  const keys = missing.map((key) => `\`${key}\``).join(", ");
  const message = `the language \`${show(lang)}\` is not complete (without ${keys})`;
  const remedy = "Add these words as `_includes/strings/en.ts` has them; English stands in for them.";
  return [{ id: "strings-missing", severity: "warning", file, line: 1, column: 1, message, remedy }];
}
