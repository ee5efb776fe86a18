import type { Facets, PageFacets } from "../../src/search/client-types.ts";
import { narrowings, type Narrowing } from "./search-address.ts";

/** Choices of one field with the number of results that each would leave, in the order in which they are offered. */
export type Choices = ReadonlyMap<string, number>;

/** The results that have all of what was chosen. */
export function narrow(ids: readonly string[], facets: Facets, chosen: Narrowing): string[] {
  return ids.filter((id) => narrowings.every((name) => has(facets, id, name, chosen[name])));
}

/** What a field can still be set to: counted with the other fields as they are, so that no choice is a dead end. */
export function toChoices(
  ids: readonly string[],
  facets: Facets,
  chosen: Narrowing,
): Readonly<Record<keyof Narrowing, Choices>> {
  const count = (name: keyof Narrowing): Choices => {
    const counts = new Map(listValues(facets, name).map((value) => [value, 0]));
    for (const id of narrow(ids, facets, { ...chosen, [name]: "" })) {
      for (const value of valuesOf(facets, id, name)) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    return new Map([...counts].filter(([value, number]) => number > 0 || value === chosen[name]));
  };
  return { category: count("category"), tag: count("tag"), year: count("year") };
}

/** Newest first. */
export function byDay(ids: readonly string[], { pages }: Facets): string[] {
  return [...ids].sort((a, b) => (pages[b]?.[0] ?? 0) - (pages[a]?.[0] ?? 0));
}

function has(facets: Facets, id: string, name: keyof Narrowing, value: string): boolean {
  return value === "" || valuesOf(facets, id, name).includes(value);
}

function valuesOf({ pages, categories, tags }: Facets, id: string, name: keyof Narrowing): readonly string[] {
  const page = pages[id];
  if (!page) return [];
  if (name === "year") return toYear(page);
  const [own, all] = name === "category" ? [page[1], categories] : [page[2], tags];
  return own.flatMap((position) => all[position] ?? []);
}

function listValues(facets: Facets, name: keyof Narrowing): readonly string[] {
  if (name !== "year") return name === "category" ? facets.categories : facets.tags;
  return [...new Set(Object.values(facets.pages).flatMap(toYear))].sort((a, b) => Number(b) - Number(a));
}

function toYear([day]: PageFacets): string[] {
  return day > 0 ? [String(Math.floor(day / 10_000))] : [];
}
