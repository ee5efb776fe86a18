import { toSlug, toSpelledSlug, type Slug } from "../lib/slug.ts";

export type NamedSlug = { readonly name: string; readonly slug: Slug; readonly told?: "apart" };

/**
 * A slug for each name, no two alike. Names that would share one (`C`, `C++`, `C#`) are told apart: the name that is
 * its own slug keeps it, the others spell their symbols out. It depends on the names alone, not on their order.
 */
export function assignSlugs(names: readonly string[], fixed: ReadonlyMap<string, Slug> = new Map()): NamedSlug[] {
  const taken = new Set<string>(fixed.values());
  const free = names.filter((name) => !fixed.has(name)).sort(byLikeness);
  const assigned = new Map<string, NamedSlug>();
  for (const name of free) {
    const plain = toSlug(name);
    const slug = taken.has(plain) ? firstFree(toSpelledSlug(name), taken) : plain;
    taken.add(slug);
    assigned.set(name, slug === plain ? { name, slug } : { name, slug, told: "apart" });
  }
  return names.flatMap((name) => {
    const slug = fixed.get(name);
    return slug === undefined ? (assigned.get(name) ?? []) : { name, slug };
  });
}

// Shorter names are nearer to their slug; the rest is only there to be the same on every run.
function byLikeness(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : 1);
}

function firstFree(slug: Slug, taken: ReadonlySet<string>): Slug {
  let candidate = slug;
  for (let number = 2; taken.has(candidate); number++) candidate = toSlug(`${slug}-${number}`);
  return candidate;
}
