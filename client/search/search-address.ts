/** What results can be narrowed by; the names are those of the fields and of the address. */
export const narrowings = ["category", "tag", "year"] as const;

/** Empty where a field is. */
export type Narrowing = Readonly<Record<(typeof narrowings)[number], string>>;

export type Search = Narrowing & { readonly q: string };

const names = ["q", ...narrowings] as const;

/** From the query of an address, `?q=tea&tag=coffee`. */
export function parseSearch(text: string): Search {
  const found = new URLSearchParams(text);
  const [q = "", category = "", tag = "", year = ""] = names.map((name) => found.get(name)?.trim() ?? "");
  return { q, category, tag, year };
}

/** The inverse, without what is empty: a search for nothing is the bare page. */
export function formatSearch(search: Search): string {
  const set = names.filter((name) => search[name] !== "").map((name) => [name, search[name]]);
  return set.length > 0 ? `?${new URLSearchParams(set)}` : "";
}

export function isAsking(search: Search): boolean {
  return search.q !== "" || isNarrowed(search);
}

export function isNarrowed(search: Narrowing): boolean {
  return narrowings.some((name) => search[name] !== "");
}
