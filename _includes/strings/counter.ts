import { formatNumber } from "./format-number.ts";

/** The plural forms that each of our languages distinguishes, by the names of `Intl.PluralRules`. */
type Categories = {
  readonly en: "one" | "other";
  readonly de: "one" | "other";
  readonly fr: "one" | "many" | "other";
  readonly es: "one" | "many" | "other";
  readonly ja: "other";
  readonly ar: Intl.LDMLPluralRule;
};

/** A text for every form of the language, with `{count}`. */
type Forms<Lang extends keyof Categories> = Readonly<Record<Categories[Lang], string>>;

/** Chooses the form that a number takes in a language, and puts the number in as the language writes it. */
export function createCounter<Lang extends keyof Categories>(lang: Lang) {
  const rules = new Intl.PluralRules(lang);
  return (count: number, forms: Forms<Lang>): string => {
    const texts: Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> = forms;
    const text = texts[rules.select(count)] ?? texts.other ?? "{count}";
    return text.replace("{count}", formatNumber(count, lang));
  };
}
