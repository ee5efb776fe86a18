/** Written into the bundle: `toSpeculationRules` of `src/seo`, which the page's policy knows by its hash. */
declare const speculationRules: string;

/** By script and not in each page, because browsers without scripts do not heed it. */
export function prepareSpeculation(): void {
  if (!HTMLScriptElement.supports("speculationrules")) return;
  const script = document.createElement("script");
  script.type = "speculationrules";
  script.textContent = speculationRules;
  document.head.append(script);
}
