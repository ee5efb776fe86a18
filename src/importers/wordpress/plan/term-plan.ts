import type { Finding } from "../../finding.ts";
import { toSlug } from "../../../lib/slug.ts";
import { foldPath } from "../../../content/term-spelling.ts";
import type { WxrItemTerm, WxrTerm } from "../wxr.ts";
import { decodeSlug } from "./old-permalinks.ts";
import { toPlainText } from "./plain-text.ts";

/** A category or tag of the new blog. */
export type TermPlan = {
  readonly taxonomy: "categories" | "tags";
  readonly id: string;
  /** As front matter names it: `Parent/Child`. */
  readonly name: string;
  /** `/categories/parent/child/`, raw. */
  readonly url: string;
  /** Slugs of the old address, raw, from the root of the tree. */
  readonly oldPath: readonly string[];
  readonly parent?: TermPlan;
  readonly description: string;
  /** What `terms.json` must say, because the name alone would give another. */
  readonly slug?: string;
};

export type TermPlans = {
  readonly all: readonly TermPlan[];
  readonly find: (taxonomy: "categories" | "tags", slug: string) => TermPlan | undefined;
  readonly findings: readonly Finding[];
};

type Draft = {
  readonly key: string;
  readonly id: string;
  readonly parent: string;
  readonly name: string;
  readonly description: string;
};

const taxonomies = { categories: new Set(["category"]), tags: new Set(["post_tag", "tag"]) };

/** Builds the tree of categories and the list of tags from those listed and those that only items name. */
export function planTerms(terms: readonly WxrTerm[], used: readonly WxrItemTerm[]): TermPlans {
  const findings: Finding[] = [];
  const note = (finding: Finding): void => void findings.push(finding);
  const categories = planTaxonomy("categories", collect("categories", terms, used), note);
  const tags = planTaxonomy("tags", collect("tags", terms, used), note);
  const maps = { categories, tags };
  return {
    all: [...categories.values(), ...tags.values()],
    find: (taxonomy, slug) => maps[taxonomy].get(toTermKey(slug)),
    findings,
  };
}

/** The terms of one item by taxonomy, each once: WXR 1.0 writes them twice, with a domain and without. */
export function termSlugsOf(terms: readonly WxrItemTerm[], taxonomy: "categories" | "tags"): string[] {
  const own = terms.filter(({ domain }) => taxonomies[taxonomy].has(domain));
  const named = own.filter(({ slug }) => slug !== "");
  const names = new Set(named.map(({ name }) => name));
  const bare = terms.filter(({ domain, slug, name }) => {
    const isOwn = taxonomies[taxonomy].has(domain) || (taxonomy === "categories" && domain === "");
    return isOwn && slug === "" && !names.has(name) && !isNamedElsewhere(terms, name);
  });
  return [...new Set([...named.map(({ slug }) => slug), ...bare.map(({ name }) => toSlug(name))])];
}

function isNamedElsewhere(terms: readonly WxrItemTerm[], name: string): boolean {
  return terms.some((term) => term.name === name && term.slug !== "");
}

function collect(taxonomy: "categories" | "tags", terms: readonly WxrTerm[], used: readonly WxrItemTerm[]): Draft[] {
  const drafts = new Map<string, Draft>();
  for (const { taxonomy: own, slug, parent, name, id, description } of terms) {
    const key = toTermKey(slug || toSlug(name));
    if (!taxonomies[taxonomy].has(own) || drafts.has(key)) continue;
    drafts.set(key, { key, id, parent: parent && toTermKey(parent), name, description });
  }
  for (const { domain, slug, name } of used) {
    const key = toTermKey(slug || toSlug(name));
    const isOwn = taxonomies[taxonomy].has(domain) || (taxonomy === "categories" && domain === "" && slug === "");
    if (isOwn && !drafts.has(key)) drafts.set(key, { key, id: "", parent: "", name, description: "" });
  }
  return [...drafts.values()];
}

function toTermKey(slug: string): string {
  return decodeSlug(slug).toLowerCase().normalize("NFC");
}

// The engine nests no deeper.
const deepest = 10;

function planTaxonomy(taxonomy: "categories" | "tags", drafts: readonly Draft[], note: (finding: Finding) => void) {
  const byKey = new Map(drafts.map((draft) => [draft.key, draft]));
  const lineages = new Map(drafts.map((draft) => [draft, toLineage(draft, byKey)]));
  const sorted = drafts.toSorted((a, b) => (lineages.get(a)?.length ?? 0) - (lineages.get(b)?.length ?? 0));
  const plans = new Map<string, TermPlan>();
  const names = new Set<string>();
  const siblings = countPlainSlugs(drafts);
  const slugs = new Set<string>();
  for (const draft of sorted) {
    const parents = lineages.get(draft) ?? [];
    const parent = plans.get(parents.slice(0, deepest - 1).at(-1)?.key ?? "");
    const own = toOwnName(draft, taxonomy, note);
    const path = [...(parent?.name.split("/") ?? []), own];
    const name = claimName(taxonomy === "tags" ? [own] : path, draft, { names, note });
    const folder = parent?.url ?? `/${taxonomy}/`;
    const slug = claimSlug(folder, toSlug(draft.key), slugs);
    const plain = toSlug(own);
    const isPlain = slug === plain && name.endsWith(own) && (siblings.get(`${draft.parent} ${plain}`) ?? 0) < 2;
    plans.set(draft.key, {
      taxonomy,
      id: draft.id,
      name,
      url: `${folder}${slug}/`,
      oldPath: [...parents.map(({ key }) => key), draft.key],
      ...(parent && { parent }),
      description: toPlainText(draft.description),
      ...(!isPlain && { slug }),
    });
  }
  return plans;
}

/** Its ancestors, from the root on; a circle of parents is cut where it closes. */
function toLineage(draft: Draft, byKey: ReadonlyMap<string, Draft>): Draft[] {
  const lineage: Draft[] = [];
  const seen = new Set([draft.key]);
  for (let next = byKey.get(draft.parent); next && !seen.has(next.key); next = byKey.get(next.parent)) {
    lineage.unshift(next);
    seen.add(next.key);
  }
  return lineage;
}

function countPlainSlugs(drafts: readonly Draft[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { parent, name } of drafts) {
    const key = `${parent} ${toSlug(toPlainText(name).replaceAll("/", "-"))}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

function toOwnName(draft: Draft, taxonomy: "categories" | "tags", note: (finding: Finding) => void): string {
  const name = toPlainText(draft.name) || draft.key;
  if (taxonomy === "tags" || !name.includes("/")) return name;
  const own = name.replace(/\s*\/+\s*/g, "-").replace(/^-|-$/g, "") || draft.key.replaceAll("/", "-");
  const reason = "A `/` in the name of a category nests it in the new blog, so that it became a `-`.";
  note({ kind: "term", found: name, outcome: "changed", note: reason });
  return own;
}

type Names = { readonly names: Set<string>; readonly note: (finding: Finding) => void };

/** Names that differ only in case are one term for the engine: the later gets its slug behind it. */
function claimName(path: readonly string[], draft: Draft, { names, note }: Names): string {
  const fold = (candidate: readonly string[]): string => foldPath(candidate);
  let own = path;
  for (let number = 1; names.has(fold(own)); number++) {
    const mark = draft.key.replaceAll("/", "-") + (number > 1 ? ` ${number}` : "");
    own = [...path.slice(0, -1), `${path.at(-1) ?? ""} (${mark})`];
  }
  names.add(fold(own));
  if (own !== path) {
    const reason = `Another term has this name; this one is "${own.at(-1) ?? ""}" now. Join them if they mean the same.`;
    note({ kind: "term", found: path.at(-1) ?? "", outcome: "changed", note: reason });
  }
  return own.join("/");
}

function claimSlug(folder: string, slug: string, taken: Set<string>): string {
  let own = slug;
  for (let number = 2; taken.has(folder + own); number++) own = toSlug(`${slug}-${number}`);
  taken.add(folder + own);
  return own;
}
