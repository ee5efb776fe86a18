import type { BaseUrl } from "../lib/permalink.ts";

/**
 * Lets browsers that can do it prepare the page behind a link while the reader still points at it: pages of this blog
 * alone, and neither feeds, downloads nor the page itself. The text of a `<script type="speculationrules">`, letter by
 * letter: the page's policy allows it by its hash, beside which Chromium 143 heeds no `'inline-speculation-rules'`.
 */
export function toSpeculationRules({ basePath }: Pick<BaseUrl, "basePath">): string {
  // The base path may hold what is special in a pattern.
  const root = `${basePath.replace(/[(){}*+:?\\]/g, String.raw`\$&`)}/`;
  const where = {
    and: [
      { href_matches: [root, `${root}*/`, `${root}*.html`] },
      { not: { selector_matches: "[download],[rel=bookmark],[aria-current]" } },
    ],
  };
  const rules = [{ where, eagerness: "moderate" }];
  return JSON.stringify({ prefetch: rules, prerender: rules });
}
