import { readFileSync } from "node:fs";
import { applyLevels, checkSilence } from "../checks/apply-levels.ts";
import { checkHeadings } from "../checks/check-headings.ts";
import { checkLengths } from "../checks/check-lengths.ts";
import { checkNav, findText } from "../checks/check-nav.ts";
import { checkPlaces, type IdsOf } from "../checks/check-places.ts";
import { checkSchedule } from "../checks/check-schedule.ts";
import { checkThreadLinks, type Answers } from "../checks/check-thread-links.ts";
import { checkUrlCase } from "../checks/check-url-case.ts";
import { toFieldPlaces, type FieldPlaces } from "../checks/field-places.ts";
import type { Page, Post } from "../content/post.ts";
import { unescapeText } from "../markdown/comments/comment-text.ts";
import { memoise } from "../lib/memoise.ts";
import { asPermalink, toOutputPath } from "../lib/permalink.ts";
import { sortProblems, type Problem } from "../lib/problem.ts";
import { toAddresses } from "./keep-urls.ts";
import { planSite, type PlanOptions, type SitePlan } from "./site-plan.ts";
import { toDocument } from "./to-document.ts";

export type CheckedSite = {
  readonly problems: readonly Problem[];
  readonly plan: SitePlan;
  /** What was looked at: published or not. */
  readonly posts: number;
  readonly pages: number;
};

/** Everything that an author or owner can get wrong, found in one pass over the whole blog; nothing is written. */
export async function checkSite(options: Omit<PlanOptions, "mode" | "preview">): Promise<CheckedSite> {
  const plan = await planSite({ ...options, mode: "production", preview: false });
  const { blog, site } = plan.context;
  const tools = {
    plan,
    placeOf: toFieldPlaces(plan.places),
    idsOf: createIdSearch(plan),
    answers: createAnswers(plan),
  };
  const posts = [...blog.posts, ...blog.scheduled, ...blog.drafts];
  const entries = [...posts, ...blog.pages];
  const found = [
    ...plan.problems,
    ...entries.flatMap((entry) => checkEntry(tools, entry)),
    ...checkTogether(tools, entries),
  ];
  return {
    plan,
    posts: posts.length,
    pages: blog.pages.length,
    problems: sortProblems(applyLevels(found, site, entries)),
  };
}

type Tools = {
  readonly plan: SitePlan;
  readonly placeOf: FieldPlaces;
  readonly idsOf: IdsOf;
  readonly answers: Answers;
};

function checkEntry({ plan, placeOf, idsOf }: Tools, entry: Post | Page): Problem[] {
  const rendered = plan.content.contentOf(entry);
  return [
    ...plan.content.problemsOf(entry).filter((problem) => !isNotOutEither(problem, entry)),
    ...checkHeadings(entry, rendered),
    ...checkLengths(entry, placeOf),
    ...checkSilence(entry, placeOf),
    ...checkPlaces(entry, rendered, plan.context.site.basePath, idsOf),
  ];
}

/** A draft may lead to another draft: both can still come out in the right order. */
function isNotOutEither({ id }: Problem, entry: Post | Page): boolean {
  return id === "link-withheld" && entry.kind === "post" && entry.status !== "published";
}

function checkTogether({ plan, placeOf, answers }: Tools, entries: readonly (Post | Page)[]): Problem[] {
  const { blog, site } = plan.context;
  return [
    ...checkSchedule(blog, placeOf),
    ...checkUrlCase(entries, placeOf),
    ...(plan.settings ? checkNav(site, plan.settings, answers) : []),
    ...[...plan.threadFiles].flatMap(([file, thread]) => {
      let text: string | undefined;
      // JSON escapes what stands around an address, never the address itself.
      const locate = (href: string) =>
        findText((text ??= readFileSync(file, "utf8")), JSON.stringify(href).slice(1, -1));
      return checkThreadLinks(file, thread, site, answers, locate);
    }),
  ];
}

function createAnswers({ routes, staticFiles, commentMedia, content }: SitePlan): Answers {
  const paths = new Set([
    ...toAddresses(routes).map(toOutputPath),
    ...staticFiles.keys(),
    ...[...content.usedMedia.keys()].map(toOutputPath),
    ...[...commentMedia.keys()].map((path) => `comments/${path}`),
  ]);
  return (path) => [path, `${path}/`].some((form) => paths.has(toOutputPath(asPermalink(form))));
}

/** The ids of a page are known when it is rendered; only those that are linked to are. */
function createIdSearch({ routes, context }: SitePlan): IdsOf {
  const pages = new Map([...routes.values()].flat().map((route) => [toOutputPath(route.permalink), route]));
  const readIds = memoise((file: string): ReadonlySet<string> | undefined => {
    const route = file.endsWith(".html") ? pages.get(file) : undefined;
    if (!route) return undefined;
    const html = toDocument(route, context);
    return new Set([...html.matchAll(/\s(?:id|name)="([^"]*)"/g)].map(([, id = ""]) => unescapeText(id)));
  });
  return (path) => readIds(toOutputPath(asPermalink(path)));
}
