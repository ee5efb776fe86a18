import { memoise } from "../../src/lib/memoise.ts";
import { toLocaleOptions } from "./locale.ts";

const numberFormat = memoise((lang: string) => new Intl.NumberFormat(toLocaleOptions(lang).tag));

/** `12,345`, with the signs and digits of the language. */
export function formatNumber(number: number, lang: string): string {
  return numberFormat(lang).format(number);
}
