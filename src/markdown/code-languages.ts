import { distance } from "fastest-levenshtein";
import { type BundledLanguage, bundledLanguages } from "shiki/langs";

/** Lower-case names and aliases of every language that can be highlighted. */
const known: ReadonlySet<string> = new Set(Object.keys(bundledLanguages));

const plain: ReadonlySet<string> = new Set(["", "text", "txt", "plain", "plaintext", "none", "output", "ansi"]);

export function isKnown(language: string): language is BundledLanguage {
  return known.has(language);
}

/** Whether a language asks for no highlighting. */
export function isPlain(language: string): boolean {
  return plain.has(language);
}

/** The name that a misspelt one most likely means. */
export function suggestLanguage(language: string): string | undefined {
  if (language.length > 40) return undefined;
  let best: string | undefined;
  let bestDistance = Math.min(3, language.length);
  for (const name of known) {
    const steps = distance(language, name);
    if (steps >= bestDistance) continue;
    best = name;
    bestDistance = steps;
  }
  return best;
}
