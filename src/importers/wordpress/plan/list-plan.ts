import type { AuthorPlan } from "./author-plan.ts";
import { toDay, type Moment } from "./moments.ts";
import type { TermPlan } from "./term-plan.ts";

/** What lists a post stands in. */
export type Listed = {
  readonly moment: Moment | undefined;
  readonly terms: readonly TermPlan[];
  readonly authors: readonly AuthorPlan[];
};

/** The lists that the new site will have: by address, how many posts each holds. */
export type ListPlan = ReadonlyMap<string, number>;

/** As `_data/site.ts` leaves it. */
const pageSize = 10;

/** Counts the public posts of each list: home, archive, years, months, terms with all above them, authors. */
export function planLists(posts: readonly Listed[], zone: string): ListPlan {
  const counts = new Map<string, number>([
    ["/", posts.length],
    ["/archive/", posts.length],
    ["/categories/", 0],
    ["/tags/", 0],
    ["/authors/", 0],
    ["/search/", 0],
  ]);
  for (const post of posts) {
    for (const url of listsOf(post, zone)) counts.set(url, (counts.get(url) ?? 0) + 1);
  }
  return counts;
}

function listsOf({ moment, terms, authors }: Listed, zone: string): Set<string> {
  const lists = new Set<string>(authors.map(({ key }) => `/authors/${key}/`));
  if (!terms.some(({ taxonomy }) => taxonomy === "categories")) lists.add("/categories/uncategorized/");
  for (const term of terms) {
    for (let next: TermPlan | undefined = term; next; next = next.parent) lists.add(next.url);
  }
  if (moment) {
    const { year, month } = toDay(moment, zone);
    lists.add(`/archive/${year}/`).add(`/archive/${year}/${month}/`);
  }
  return lists;
}

/** The address of a page of a list, or undefined where the list is shorter. */
export function toListPage(lists: ListPlan, list: string, number: number): string | undefined {
  const posts = lists.get(list);
  if (posts === undefined || number > Math.max(1, Math.ceil(posts / pageSize))) return undefined;
  return number === 1 ? list : `${list}page/${number}/`;
}

/** Everything that the engine answers by itself; no post, page or redirect may stand there. */
export function toEngineRoutes(lists: ListPlan): string[] {
  const files = ["/404.html", "/feed.xml", "/feed.json", "/sitemap.xml", "/robots.txt", "/comments/feed.xml"];
  const folders = ["/assets/", "/icons/", "/media/", "/pagefind/", "/cards/"];
  const pages = [...lists].flatMap(([list, posts]) =>
    Array.from({ length: Math.max(0, Math.ceil(posts / pageSize) - 1) }, (_, index) => `${list}page/${index + 2}/`),
  );
  return [...lists.keys(), ...pages, ...files, ...folders];
}
