import type { Facets, SearchLanguage } from "../../src/search/client-types.ts";
import { toLeadLanguage } from "./lead-language.ts";
import { byDay, narrow, toChoices, type Choices } from "./narrow.ts";
import { startPagefind, type Fragment, type Pagefind } from "./pagefind.ts";
import type { Narrowing, Search } from "./search-address.ts";

export type Result = {
  readonly fragment: Fragment;
  readonly language: SearchLanguage;
  /** `20260311`, or 0. */
  readonly day: number;
};

export type Found = {
  readonly count: number;
  readonly choices: Readonly<Record<keyof Narrowing, Choices>>;
  readonly load: (start: number, end: number) => Promise<Result[]>;
};

/** Nothing is loaded before the first search; what could not be loaded is tried again at the next one. */
export function createFinder(bundle: string, languages: readonly SearchLanguage[]): (search: Search) => Promise<Found> {
  const findFacets = retrying(loadFacets);
  const findPagefind = retrying((lead: string) => {
    const others = languages.flatMap(({ code }) => (code === lead ? [] : [code]));
    return startPagefind(bundle, lead, others);
  });
  return async (search) => {
    const lead = toLeadLanguage(search.q, languages);
    const [facets, pagefind] = await Promise.all([findFacets(`${bundle}facets.json`), findPagefind(lead)]);
    return find(search, { facets, pagefind, languages });
  };
}

type Means = {
  readonly facets: Facets;
  readonly pagefind: Pagefind;
  readonly languages: readonly SearchLanguage[];
};

async function find(search: Search, { facets, pagefind, languages }: Means): Promise<Found> {
  const hits = new Map((await pagefind.search(search.q || null)).map((hit) => [hit.id, hit]));
  const all = search.q ? [...hits.keys()] : byDay([...hits.keys()], facets);
  const shown = narrow(all, facets, search).flatMap((id) => hits.get(id) ?? []);
  return {
    count: shown.length,
    choices: toChoices(all, facets, search),
    load: (start, end) =>
      Promise.all(
        shown.slice(start, end).map(async (hit) => ({
          fragment: await pagefind.load(hit),
          language: toLanguage(hit.id, languages),
          day: facets.pages[hit.id]?.[0] ?? 0,
        })),
      ),
  };
}

/** A result's id begins with its language: `pt-br_1a2b3c4`. */
function toLanguage(id: string, languages: readonly SearchLanguage[]): SearchLanguage {
  const code = id.replace(/_[^_]*$/, "");
  return languages.find((language) => language.code === code) ?? { code };
}

async function loadFacets(address: string): Promise<Facets> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  // oxlint-disable-next-line typescript/no-unsafe-return -- the build wrote it
  return response.json();
}

/** The same promise for the same key, unless it failed. */
function retrying<Value>(load: (key: string) => Promise<Value>): (key: string) => Promise<Value> {
  const known = new Map<string, Promise<Value>>();
  return (key) => {
    const promise = known.get(key) ?? load(key);
    known.set(key, promise);
    promise.catch(() => known.delete(key));
    return promise;
  };
}
