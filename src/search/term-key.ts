import type { Term } from "../content/term.ts";

/** How the search names a term, in its files and in addresses: as front matter does, `Teams/Onboarding`. */
export function toTermKey({ path }: Pick<Term, "path">): string {
  return path.join("/");
}
