import type { Answers } from "../checks/own-address.ts";
import type { IdsOf, PageIds } from "../checks/place-ids.ts";
import type { Page, Post } from "../content/post.ts";
import { memoise } from "../lib/memoise.ts";
import { asPermalink, toOutputPath } from "../lib/permalink.ts";
import { unescapeText } from "../markdown/comments/comment-text.ts";
import { toAddresses } from "./keep-urls.ts";
import type { Route } from "./page.ts";
import type { SitePlan } from "./site-plan.ts";
import { toDocument } from "./to-document.ts";

/** What the site answers, and what mistakes leave open. Once all texts are rendered: then it is known what they show. */
export function createAnswers({ routes, staticFiles, content, loaded }: SitePlan): Answers {
  const paths = new Set([
    ...toAddresses(routes).map(toOutputPath),
    ...staticFiles.keys(),
    ...[...content.usedMedia.keys()].map(toOutputPath),
    ...[...loaded.commentMedia.keys()].map((path) => `comments/${path}`),
  ]);
  return (path) =>
    [path, `${path}/`].some((form) => paths.has(toOutputPath(asPermalink(form)))) || loaded.uncertainty.isOpen(path);
}

/** The ids of a whole page are known when it is rendered: that happens to those alone whose text lacks the id. */
export function createIdSearch({ routes, context, loaded }: SitePlan): IdsOf {
  const { posts, pages } = context.blog;
  const entries = new Map<string, Post | Page>([...posts, ...pages].map((entry) => [entry.source.file, entry]));
  const byPath = groupByPath(routes);
  const textIds = memoise((entry: Post | Page) => findIds(context.contentOf(entry).html));
  const pageIds = memoise((route: Route) => findIds(toDocument(route, context)));
  const toIds = (route: Route): PageIds => {
    const entry = entries.get(route.source?.file ?? "");
    // Comments of a thread with mistakes will be there again.
    const unread = entry && loaded.unreadThreads.get(entry.id);
    const isOpen = (id: string) => unread !== undefined && (/comment-\d+$/.test(id) || unread.includes(id));
    // An old address leads on with its fragment.
    const isElsewhere = route.leadsTo === "elsewhere";
    const url = entry?.url ?? (route.leadsTo === "elsewhere" ? undefined : route.leadsTo);
    const target = url === undefined ? [route] : (byPath.get(toOutputPath(url)) ?? []);
    const onPage = (id: string) => isElsewhere || target.some((own) => pageIds(own).has(id));
    return {
      has: (id) => (entry !== undefined && textIds(entry).has(id)) || isOpen(id) || onPage(id),
      all: () => new Set(target.flatMap((own) => [...pageIds(own)])),
    };
  };
  return (path) => {
    const file = [path, `${path}/`].map((form) => toOutputPath(asPermalink(form))).find((form) => byPath.has(form));
    const found = file?.endsWith(".html") ? byPath.get(file)?.map(toIds) : undefined;
    return (
      found && {
        has: (id) => found.some((ids) => ids.has(id)),
        all: () => new Set(found.flatMap(({ all }) => [...all()])),
      }
    );
  };
}

/** More than one, where two want the same address: which of them will have it is for the author to say. */
function groupByPath(routes: SitePlan["routes"]): ReadonlyMap<string, readonly Route[]> {
  const groups = new Map<string, Route[]>();
  for (const route of [...routes.values()].flat()) {
    const path = toOutputPath(route.permalink);
    const known = groups.get(path);
    if (known) known.push(route);
    else groups.set(path, [route]);
  }
  return groups;
}

/** Text holds no bare quotation marks: what looks like an id is one. */
function findIds(html: string): ReadonlySet<string> {
  const ids = html.matchAll(/\sid="([^"]*)"|<a\s(?:[^>]*\s)?name="([^"]*)"/g);
  return new Set(Array.from(ids, ([, id, name]) => unescapeText(id ?? name ?? "")));
}
