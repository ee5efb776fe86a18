import { readFileSync } from "node:fs";
import { applyLevels, checkSilence } from "../checks/apply-levels.ts";
import { checkAuthors } from "../checks/check-authors.ts";
import { checkDates } from "../checks/check-dates.ts";
import { checkHeadings } from "../checks/check-headings.ts";
import { checkLengths } from "../checks/check-lengths.ts";
import { checkNav } from "../checks/check-nav.ts";
import { checkPlaces } from "../checks/check-places.ts";
import { checkSchedule } from "../checks/check-schedule.ts";
import { checkSeries } from "../checks/check-series.ts";
import { checkText } from "../checks/check-text.ts";
import { checkThreadLinks } from "../checks/check-thread-links.ts";
import { checkIdCase, checkUrlCase, type PublishedFile } from "../checks/check-url-case.ts";
import type { Answers } from "../checks/own-address.ts";
import type { IdsOf } from "../checks/place-ids.ts";
import { findTexts, toEndingProblem } from "../content/file-ending.ts";
import type { Page, Post } from "../content/post.ts";
import { toScheduleText } from "../content/schedule.ts";
import { hasQuery } from "../content/query-address.ts";
import { toFileAddress } from "../content/redirects.ts";
import { asPermalink } from "../lib/permalink.ts";
import { sortProblems, type Problem } from "../lib/problem.ts";
import { toDisplayPath } from "./blog-folder.ts";
import { checkOutside, type CheckedLinks, type OutsideOptions } from "./check-outside.ts";
import { nextTurn } from "./next-turn.ts";
import { toOverrideFault, tryOverrides } from "./override-fault.ts";
import { createAnswers, createIdSearch } from "./place-search.ts";
import { planSite, type PlanOptions, type SitePlan } from "./site-plan.ts";

export type CheckOptions = Omit<PlanOptions, "mode" | "preview"> & {
  /** Hears how many texts have been rendered. */
  readonly onProgress: (done: number, total: number) => void;
  /** How links to other sites are asked for; without it, no network is used. */
  readonly outside?: Omit<OutsideOptions, "cache">;
};

export type CheckedSite = {
  readonly problems: readonly Problem[];
  /** Absent when a component of the owner's cannot even be loaded. */
  readonly plan?: SitePlan;
  /** What waits for its time, in words; absent while nobody can say, because the settings are wrong. */
  readonly schedule?: string;
  /** How many posts and pages there are, published or not, right or wrong. */
  readonly files: number;
  readonly links?: CheckedLinks;
};

/** Everything that an author or owner can get wrong, found in one pass over the whole blog; nothing is written. */
export async function checkSite(options: CheckOptions): Promise<CheckedSite> {
  try {
    return await check(options);
  } catch (error) {
    const fault = toOverrideFault(error, options.folder.overrides);
    if (!fault) throw error;
    return { problems: [fault], files: 0 };
  }
}

async function check(options: CheckOptions): Promise<CheckedSite> {
  const plan = await planSite({ ...options, mode: "production", preview: false, rendersWithheld: true });
  const sound = findSound(plan);
  const faulty = plan.loaded.faulty.flatMap(({ read }) => ("entry" in read ? read.entry : []));
  const entries = [...sound, ...faulty];
  for (const [index, entry] of entries.entries()) {
    options.onProgress(index, entries.length);
    plan.content.problemsOf(entry);
    if (index % 20 === 19) await nextTurn();
  }
  await plan.content.settle();
  const faults = tryOverrides(plan, options.folder.overrides);
  // Nobody can say what is on pages that cannot be rendered.
  const idsOf: IdsOf = faults.length > 0 ? () => undefined : createIdSearch(plan);
  const tools = { plan, idsOf, answers: createAnswers(plan) };
  const links = options.outside && (await checkOutside(plan, entries, { ...options.outside, cache: options.cache }));
  const found = [
    ...plan.problems,
    ...faults,
    ...entries.flatMap((entry) => checkEntry(tools, entry)),
    ...checkTogether(tools, sound),
    ...(links?.problems ?? []),
  ].filter((problem) => !plan.loaded.uncertainty.isConsequence(problem));
  const schedule = toSchedule(plan.loaded);
  return {
    plan,
    files: plan.loaded.sources.length,
    problems: sortProblems(applyLevels(found, plan.context.site, entries)),
    ...(schedule !== undefined && { schedule }),
    ...(links && { links }),
  };
}

function toSchedule({ blog, uncertainty }: SitePlan["loaded"]): string | undefined {
  return uncertainty.isConsequence({ id: "post-scheduled" }) ? undefined : toScheduleText(blog.scheduled);
}

/** In the order of their files: of two that clash, the later is told. */
function findSound({ context, loaded }: SitePlan): (Post | Page)[] {
  const { posts, scheduled, drafts, pages } = context.blog;
  const byFile = (a: Post | Page, b: Post | Page): number => (a.source.file < b.source.file ? -1 : 1);
  return [
    ...[...posts, ...scheduled, ...drafts].toSorted(byFile),
    ...[...pages, ...loaded.draftPages].toSorted(byFile),
  ];
}

type Tools = { readonly plan: SitePlan; readonly idsOf: IdsOf; readonly answers: Answers };

function checkEntry({ plan, idsOf }: Tools, entry: Post | Page): Problem[] {
  const { content, context, placeOf } = plan;
  const rendered = content.contentOf(entry);
  return [
    ...content.problemsOf(entry).filter((problem) => !isNotOutEither(problem, entry)),
    ...checkText(entry, rendered),
    ...checkHeadings(entry, rendered),
    ...checkLengths(entry, placeOf),
    ...checkSilence(entry, placeOf),
    ...checkPlaces(entry, rendered, context.site, idsOf),
  ];
}

/** A draft may lead to another draft: both can still come out in the right order. */
function isNotOutEither({ id }: Problem, entry: Post | Page): boolean {
  return id === "link-withheld" && (entry.kind === "post" ? entry.status !== "published" : entry.draft);
}

function checkTogether(tools: Tools, sound: readonly (Post | Page)[]): Problem[] {
  const { plan, answers, idsOf } = tools;
  const { site } = plan.context;
  const { loaded, placeOf } = plan;
  return [
    ...checkEndings(plan),
    ...checkSchedule(sound, placeOf),
    ...checkDates(sound, placeOf),
    ...checkSeries(sound.filter(isPost), placeOf),
    ...checkUrlCase(sound, findFiles(plan), placeOf),
    ...checkIdCase(sound, placeOf),
    ...(loaded.settings ? checkNav(site, loaded.settings, answers, idsOf) : []),
    ...checkAuthors(loaded.authors, site, answers),
    ...checkThreads(tools),
  ];
}

/** What a post links to is published as it is. Once all texts are rendered. */
function checkEndings({ loaded: { media, sources }, content }: SitePlan): Problem[] {
  const used = new Set(content.usedMedia.values());
  return findTexts([...media.keys(), ...sources])
    .flatMap((path) => media.get(path) ?? [])
    .filter((file) => !used.has(file))
    .map((file) => toEndingProblem(toDisplayPath(file)));
}

function isPost(entry: Post | Page): entry is Post {
  return entry.kind === "post";
}

function findFiles({ ownFiles, loaded }: SitePlan): PublishedFile[] {
  return [
    ...Array.from(ownFiles, ([path, file]) => ({ url: asPermalink(`/${path}`), file: toDisplayPath(file) })),
    ...Array.from(loaded.media, ([path, file]) => ({ url: asPermalink(`/media/${path}`), file: toDisplayPath(file) })),
    ...findOldAddresses(loaded),
  ];
}

function findOldAddresses({ redirects: { value, file, locate } }: SitePlan["loaded"]): PublishedFile[] {
  return value.flatMap(({ from, key }) =>
    hasQuery(from) ? [] : { url: toFileAddress(from), file, place: () => locate([key], "key") },
  );
}

function checkThreads({ plan, answers, idsOf }: Tools): Problem[] {
  return [...plan.loaded.threadFiles].flatMap(([file, thread]) => {
    let text: string | undefined;
    const locate = (href: string) => {
      text ??= readFileSync(file, "utf8");
      return findText(text, JSON.stringify(`"${href}"`).slice(1, -1), 2);
    };
    return checkThreadLinks({ file, thread, locate }, plan.context.site, answers, idsOf);
  });
}

/** Where a text stands in a file, both from 1, `skip` characters into it; 1:1 when it does not. */
function findText(source: string, text: string, skip: number): { readonly line: number; readonly column: number } {
  const offset = source.indexOf(text);
  if (offset < 0) return { line: 1, column: 1 };
  const above = source.slice(0, offset).split("\n");
  return { line: above.length, column: (above.at(-1)?.length ?? 0) + 1 + skip };
}
