import { memoise } from "../../src/lib/memoise.ts";
import { capitalise } from "./capitalise.ts";

/** What a language calls itself, as a label: `Français`, `日本語`, `Deutsch (Schweiz)`. */
export const toLanguageName = memoise((lang: string): string => {
  // Where it has no names of its own, English has, and not the machine's language.
  const names = new Intl.DisplayNames([lang, "en"], { type: "language", languageDisplay: "standard" });
  return capitalise(names.of(new Intl.Locale(lang).baseName) ?? lang, lang);
});
