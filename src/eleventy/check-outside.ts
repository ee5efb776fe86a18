import { z } from "zod";
import {
  findAuthorLinks,
  findNavLinks,
  findTextLinks,
  toOutsideProblem,
  type FoundLink,
} from "../checks/outside-links.ts";
import type { Page, Post } from "../content/post.ts";
import { toCacheKey, type Cache, type OpenCache } from "../files/cache.ts";
import type { Problem } from "../lib/problem.ts";
import type { LinkAnswer } from "../web/ask-for-link.ts";
import { askForLinks, type AskAllOptions } from "../web/ask-for-links.ts";
import type { SitePlan } from "./site-plan.ts";

export type OutsideOptions = Omit<AskAllOptions, "agent" | "onAnswer"> & {
  readonly cache: OpenCache;
  /** Addresses that are asked for in one run. */
  readonly most?: number;
  readonly onProgress: (done: number, total: number) => void;
};

export type CheckedLinks = {
  readonly problems: readonly Problem[];
  /** Addresses: asked for now; known from an earlier run; whose hosts do not say; left for the next run. */
  readonly asked: number;
  readonly known: number;
  readonly unknown: number;
  readonly later: number;
  /** No host could be reached at all: nothing is said of any. */
  readonly isOffline: boolean;
};

const day = 24 * 60 * 60 * 1000;
/** What is there will be there tomorrow; what is not may come back. */
const lifetimes = { there: 7 * day, gone: day, unknown: day } as const;

/** Asks for the links of posts, pages, navigation and authors. Comments are their commenters' own. */
export async function checkOutside(
  plan: SitePlan,
  entries: readonly (Post | Page)[],
  options: OutsideOptions,
): Promise<CheckedLinks> {
  const links = findLinks(plan, entries);
  const { runtime, most = 1000, onProgress } = options;
  const shelf = openShelf(options.cache("links-1"), runtime.now);
  const urls = [...new Set(links.map((link) => link.url))];
  const answers = new Map(urls.flatMap((url) => toEntry(url, shelf.read(url))));
  const known = answers.size;
  const unasked = urls.filter((url) => !answers.has(url));
  const asking = unasked.slice(0, most);
  const agent = `Klatsch link check (+${plan.context.site.url})`;
  const onAnswer = (url: string, answer: LinkAnswer): void => {
    answers.set(url, answer);
    if (!answer.isUnreached) shelf.write(url, answer);
    onProgress(answers.size - known, asking.length);
  };
  await askForLinks(asking, { ...options, agent, onAnswer });
  const unreached = asking.filter((url) => answers.get(url)?.isUnreached);
  const isOffline = unreached.length === asking.length && new Set(asking.map(toHost)).size > 1;
  for (const url of unreached) {
    const answer = answers.get(url);
    if (isOffline) answers.delete(url);
    else if (answer) shelf.write(url, answer);
  }
  return {
    problems: links.flatMap((link) => toProblem(link, answers.get(link.url))),
    asked: asking.length,
    known,
    unknown: [...answers.values()].filter(({ state }) => state === "unknown").length,
    later: unasked.length - asking.length,
    isOffline,
  };
}

function toEntry(url: string, answer: LinkAnswer | undefined): [string, LinkAnswer][] {
  return answer ? [[url, answer]] : [];
}

function toHost(url: string): string {
  return new URL(url).host;
}

function findLinks({ content, context, loaded }: SitePlan, entries: readonly (Post | Page)[]): FoundLink[] {
  const { site } = context;
  if (site.checks["link-outside"] === "off") return [];
  return [
    ...entries
      .filter(({ silence }) => !silence?.includes("link-outside"))
      .flatMap((entry) => findTextLinks(entry, content.contentOf(entry))),
    ...(loaded.settings ? findNavLinks(site, loaded.settings) : []),
    ...findAuthorLinks(loaded.authors, site),
  ];
}

function toProblem(link: FoundLink, answer: LinkAnswer | undefined): Problem[] {
  return answer?.state === "gone" ? [toOutsideProblem(link, answer.reason)] : [];
}

const entrySchema = z.object({
  at: z.number(),
  state: z.enum(["there", "gone", "unknown"]),
  reason: z.string(),
});

function openShelf(cache: Cache, now: () => number) {
  return {
    read: (url: string): LinkAnswer | undefined => {
      const bytes = cache.read(toCacheKey(url));
      const entry = bytes && entrySchema.safeParse(JSON.parse(Buffer.from(bytes).toString("utf8"))).data;
      if (!entry || now() - entry.at > lifetimes[entry.state]) return undefined;
      return { state: entry.state, reason: entry.reason };
    },
    write: (url: string, { state, reason }: LinkAnswer): void => {
      cache.write(toCacheKey(url), Buffer.from(JSON.stringify({ at: now(), state, reason })));
    },
  };
}
