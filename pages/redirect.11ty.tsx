import { RedirectLayout } from "../_includes/layouts/redirect-layout.tsx";
import { toAliasPermalink } from "../src/content/alias.ts";
import type { Blog } from "../src/content/blog.ts";
import type { Source } from "../src/content/post.ts";
import { toTargetHref, type RedirectTarget } from "../src/content/redirect-target.ts";
import { toOwnRedirects, toRedirects } from "../src/content/redirects.ts";
import { page } from "../src/eleventy/page.ts";
import { toOutputPath, type Permalink } from "../src/lib/permalink.ts";
import { toListRedirects } from "../src/taxonomy/list-redirects.ts";
import { toOldFeeds } from "./old-feed.11ty.ts";

/** Old addresses of posts and pages, of lists that are gone, and those of `_data/redirects.json`. */
export default page({
  each: (blog): readonly OldAddress[] => {
    const { title, language: lang } = blog.site;
    const entries = toRedirects(blog).map(({ from, to }) => {
      return { from, to: toOwnTarget(to.url), title: to.title, lang: to.lang, source: to.source };
    });
    const lists = toListRedirects(blog).map(({ from, to }) => ({ from, to: toOwnTarget(to), title, lang }));
    return [...entries, ...toOwnPages(blog), ...lists];
  },
  permalink: ({ from }) => from,
  source: ({ source }) => source,
  leadsTo: ({ to }) => ("path" in to ? to.path : "elsewhere"),
  render: ({ to, title, lang }, { site }) => (
    <RedirectLayout site={site} to={{ href: toTargetHref(site, to), title, lang }} />
  ),
});

function toOwnTarget(path: Permalink): RedirectTarget {
  return { path, rest: "" };
}

type OldAddress = {
  readonly from: Permalink;
  readonly to: RedirectTarget;
  readonly title: string;
  readonly lang: string;
  readonly source?: Source;
};

/** With the title of the post or page that they lead to, else that of the blog. */
function toOwnPages(blog: Blog): OldAddress[] {
  const redirects = toOwnRedirects(blog);
  if (redirects.length === 0) return [];
  const { title, language: lang } = blog.site;
  const entries = new Map([...blog.posts, ...blog.pages].map((entry) => [toOutputPath(entry.url), entry]));
  const feeds = new Set(toOldFeeds(blog, redirects).map(({ redirect }) => redirect));
  return redirects.flatMap((redirect) => {
    const { to } = redirect;
    const from = toAliasPermalink(redirect.from);
    if (from === undefined || feeds.has(redirect)) return [];
    const entry = "path" in to ? entries.get(toOutputPath(to.path)) : undefined;
    return { from, to, title: entry?.title ?? title, lang: entry?.lang ?? lang };
  });
}
