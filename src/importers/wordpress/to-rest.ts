import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Finding } from "../finding.ts";
import type { OutputFile, SourceRest, UrlRow } from "../import-source.ts";
import type { BlogMedia } from "./open-media.ts";
import type { BlogPlan } from "./plan/blog-plan.ts";
import type { TermPlan } from "./plan/term-plan.ts";
import { toSiteText } from "./site-text.ts";

type Sources = {
  readonly plan: BlogPlan;
  readonly media: BlogMedia;
  readonly repairs: readonly Finding[];
  readonly into: string;
};

/** What belongs to no item: settings, registers, redirects and what there is to say of the whole. */
export async function toRest({ plan, media, repairs, into }: Sources): Promise<SourceRest> {
  const redirects = await toRedirects(plan, media);
  media.flush();
  const isInEngine = existsSync(join(into, "src/content/site-schema.ts"));
  return {
    files: [
      { path: "_data/site.ts", content: toSiteText(plan.settings, isInEngine) },
      ...toJsonFile("_data/authors.json", Object.fromEntries(plan.authors.map(({ key, name }) => [key, { name }]))),
      ...toJsonFile("_data/terms.json", toTerms(plan.terms)),
      ...toJsonFile("_data/redirects.json", Object.fromEntries(redirects)),
    ],
    urls: toUrls(plan, redirects),
    media: [],
    findings: [...repairs, ...plan.findings],
  };
}

function toJsonFile(path: string, value: Readonly<Record<string, unknown>>): OutputFile[] {
  return Object.keys(value).length === 0 ? [] : [{ path, content: `${JSON.stringify(value, undefined, 2)}\n` }];
}

function toTerms(terms: readonly TermPlan[]): Record<string, unknown> {
  const section = (taxonomy: TermPlan["taxonomy"]): Record<string, unknown> => {
    const told = terms.filter(
      (term) => term.taxonomy === taxonomy && (term.slug !== undefined || term.description !== ""),
    );
    return Object.fromEntries(
      told
        .toSorted((a, b) => (a.name < b.name ? -1 : 1))
        .map(({ name, slug, description }) => [name, { ...(slug && { slug }), ...(description && { description }) }]),
    );
  };
  const [categories, tags] = [section("categories"), section("tags")];
  const isEmpty = (own: Record<string, unknown>): boolean => Object.keys(own).length === 0;
  return { ...(!isEmpty(categories) && { categories }), ...(!isEmpty(tags) && { tags }) };
}

/** Sorted, so that two exports of one blog differ where the blogs do. */
async function toRedirects(plan: BlogPlan, media: BlogMedia): Promise<(readonly [string, string])[]> {
  const map = new Map(plan.redirects);
  for (const [key, { from, to }] of plan.attachmentUrls) {
    const address = plan.attachments.get(key)?.attachment?.url;
    const file = to === undefined && address ? await media.find(address) : undefined;
    if (file !== undefined) for (const old of from) map.set(old, file);
  }
  return [...map].toSorted(([a], [b]) => (a < b ? -1 : 1));
}

/** Of lists and feeds; the pages of attachments are told with these. */
function toUrls({ same, attachmentUrls }: BlogPlan, redirects: Iterable<readonly [string, string]>): UrlRow[] {
  const told = new Set([...attachmentUrls.values()].flatMap(({ from }) => from));
  return [
    ...same.map((from): UrlRow => ({ from, outcome: "same", to: from })),
    ...[...redirects]
      .filter(([from]) => !told.has(from))
      .map(([from, to]): UrlRow => ({ from, outcome: "redirect", to })),
  ];
}
