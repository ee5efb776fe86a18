/** The canonical form of a BCP 47 code (`pt-br` is `pt-BR`), or undefined when it is none. */
export function toLanguage(code: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(code)[0];
  } catch {
    return undefined;
  }
}
