import { toLanguage } from "../../../lib/language.ts";
import { createAddressBook } from "./address-book.ts";
import { planAuthors, type AuthorPlan } from "./author-plan.ts";
import type { BlogPlan, PlanOptions } from "./blog-plan.ts";
import { claimAliases, engine, notPublic } from "./entry-aliases.ts";
import type { Candidate, EntryPlan } from "./entry-plan.ts";
import { toValues } from "./entry-values.ts";
import type { ItemHead } from "./item-head.ts";
import { planLanguages } from "./language-plan.ts";
import { planLists, toEngineRoutes } from "./list-plan.ts";
import { planMenu } from "./menu-plan.ts";
import { findMetas, findTaxonomies } from "./meta-findings.ts";
import { createMenuObjects, planLinks } from "./plan-links.ts";
import { toOldSite } from "./old-site.ts";
import { placeEntries } from "./place-entries.ts";
import { planOthers } from "./plan-others.ts";
import { planPictures } from "./plan-pictures.ts";
import { planSettings } from "./plan-settings.ts";
import { planUrls } from "./plan-urls.ts";
import { readLinks, toCandidates } from "./read-links.ts";
import { createRegisters, type Registers } from "./registers.ts";
import { sortItems, type SortedItems } from "./sort-items.ts";
import type { Survey } from "./survey.ts";
import { planTerms } from "./term-plan.ts";

/** Decides everything that can be decided without the texts. The same survey always gives the same plan. */
export function planBlog(survey: Survey, options: PlanOptions): BlogPlan {
  const base = planBase(survey, options);
  const { sorted, site, terms, permalinks, registers } = base;
  const { lists, addresses, placed, entries, active, language, findings } = planEntries(survey, base);
  const { attachments } = sorted;
  const { zone, front } = permalinks;
  const urls = planUrls({
    site,
    front,
    zone,
    placed,
    attachments,
    lists,
    addresses,
    terms: terms.all,
    authors: active,
  });
  const links = planLinks({ site, sorted, placed, urls });
  const objectOf = createMenuObjects(placed, terms, lists);
  const menu = planMenu({ items: sorted.menuItems, menus: toMenuNames(survey), links, objectOf });
  const written = sorted.entries.map(({ head }) => head);
  const [author] = active;
  return {
    oldSite: site,
    settings: planSettings(survey, { url: options.url, site, language, permalinks, registers, author, nav: menu.nav }),
    entries,
    valuesOf: createValues(registers, active),
    others: planOthers(sorted, menu, site),
    attachments: new Map(attachments.map((head) => [head.key, head])),
    waiting: new Set(sorted.waiting.map(({ key }) => key)),
    attachmentUrls: urls.attachments,
    ...planPictures(survey.items, attachments),
    blocks: survey.blocks,
    authorIds: new Set(active.map(({ id }) => id).filter((id) => id !== "")),
    links,
    terms: terms.all,
    authors: active,
    redirects: urls.map,
    same: urls.same,
    findings: [
      ...survey.findings,
      ...findings,
      ...menu.findings,
      ...findTaxonomies(written),
      ...findMetas(survey.metas),
    ],
    expected: survey.expected,
  };
}

/** What everything else hangs from: where the old blog was, what it had, and how it made its addresses. */
function planBase(survey: Survey, options: PlanOptions) {
  const sorted = sortItems(survey);
  const site = toOldSite(survey, options.url);
  const written = sorted.entries.map(({ head }) => head);
  const used = written.flatMap((head) => head.terms);
  const terms = planTerms(withoutSecret(survey, sorted), used);
  const authors = planAuthors(survey.authors, written);
  const registers = createRegisters(terms, authors);
  const permalinks = readLinks(sorted.entries, { site, registers, timezone: options.timezone });
  return { sorted, site, terms, authors, registers, permalinks };
}

type Base = ReturnType<typeof planBase>;

function planEntries({ site: { language: code } }: Survey, base: Base) {
  const { sorted, site, terms, authors, registers, permalinks } = base;
  const candidates = toCandidates(sorted.entries, permalinks, registers);
  const lists = planLists(candidates.filter(isPublicPost).map(toListed(registers)), permalinks.zone);
  const addresses = createAddressBook();
  for (const route of toEngineRoutes(lists)) addresses.claim(route, engine);
  // Nobody else may answer to the number of what is not public.
  for (const { id } of sorted.hidden) addresses.claim(`/?p=${id}`, notPublic);
  const permalink = permalinks.ours ?? "/posts/:slug/";
  const placed = placeEntries(candidates, { permalink, zone: permalinks.zone, addresses });
  const claimed = claimAliases(placed, site, addresses);
  const language = toLanguage(code.replaceAll("_", "-"));
  const { languages, findings } = planLanguages(placed, language ?? "en");
  const active = findActive(
    sorted.entries.map(({ head }) => head),
    registers,
  );
  const entries = placed.map((entry): EntryPlan => {
    const { head, kind, visibility, moment, id, slug, path, url } = entry;
    const link = entry.link?.pattern.includes(":category") ? entry.link : undefined;
    const { aliases, urls } = claimed.get(head.key) ?? { aliases: [], urls: [] };
    const place = { key: head.key, kind, visibility, moment, id, slug, path, url, link };
    return { ...place, findings: entry.findings, language: languages.get(head.key), aliases, urls };
  });
  return {
    lists,
    addresses,
    placed,
    entries: new Map(entries.map((entry) => [entry.key, entry])),
    active,
    language,
    findings: [...permalinks.findings, ...terms.findings, ...authors.findings, ...findings],
  };
}

function createValues(registers: Registers, active: readonly AuthorPlan[]): BlogPlan["valuesOf"] {
  const mainAuthor = active.length === 1 ? active[0]?.key : undefined;
  return (entry, head) => toValues(entry, head, { filed: registers.of(head), mainAuthor });
}

function toMenuNames({ terms }: Survey): Map<string, string> {
  return new Map(terms.filter(({ taxonomy }) => taxonomy === "nav_menu").map(({ slug, name }) => [slug, name]));
}

function isPublicPost({ kind, visibility }: Candidate): boolean {
  return kind === "post" && visibility === "public";
}

function toListed(registers: Registers) {
  return ({ head, moment }: Candidate) => {
    const { categories, tags, authors } = registers.of(head);
    const filed = categories.length > 0 ? categories : [registers.defaultCategory ?? []].flat();
    return { moment, terms: [...filed, ...tags], authors };
  };
}

/** Terms that nothing but hidden items has say what those are about. */
function withoutSecret({ terms }: Survey, { entries, hidden }: SortedItems): Survey["terms"] {
  const toKeys = ({ terms: own }: ItemHead): string[] => own.map(({ domain, slug }) => `${domain} ${slug}`);
  const secret = new Set(hidden.flatMap(toKeys));
  for (const { head } of entries) for (const key of toKeys(head)) secret.delete(key);
  return secret.size === 0 ? terms : terms.filter(({ taxonomy, slug }) => !secret.has(`${taxonomy} ${slug}`));
}

/** Those who wrote what is written, the most industrious first. */
function findActive(written: readonly ItemHead[], registers: Registers): AuthorPlan[] {
  const counts = new Map<AuthorPlan, number>();
  for (const head of written) {
    const weight = head.type === "post" && head.status === "publish" ? 1 : 0;
    for (const author of registers.of(head).authors) counts.set(author, (counts.get(author) ?? 0) + weight);
  }
  return [...counts].toSorted(([a, m], [b, n]) => n - m || (a.key < b.key ? -1 : 1)).map(([author]) => author);
}
