import type { ComponentChildren } from "preact";
import type { ListPage } from "../../src/taxonomy/paginate.ts";
import type { Crumb } from "../../src/seo/breadcrumbs.ts";
import { toListHead } from "../../src/seo/head.ts";
import { ListHeader } from "../components/list-header.tsx";
import { Pagination } from "../components/pagination.tsx";
import { PostList } from "../components/post-list.tsx";
import { Document } from "./document.tsx";
import { toListParts } from "./list-parts.ts";
import type { PageContext } from "../../src/content/page-context.ts";

type ListLayoutProps = {
  list: ListPage;
  title: string;
  description?: string;
  /** The lists above this one, from the root. */
  trail?: readonly Crumb[];
  /** Whether `feed.xml` and `feed.json` stand beside the list. */
  hasFeed?: boolean;
  context: PageContext;
  /** What stands between the heading and the posts. */
  children?: ComponentChildren;
};

/** Posts of a term, an author or a time. */
export function ListLayout({
  list,
  title,
  description,
  trail = [],
  hasFeed = false,
  context,
  children,
}: ListLayoutProps) {
  const { site } = context;
  const strings = context.stringsOf(site.language);
  const { archive, url, newer, older } = list;
  const pageTitle = list.number === 1 ? title : strings.titledPage(title, list.number);
  const crumbs = [...trail, { name: pageTitle, url }];
  const feed = hasFeed ? archive.url : undefined;
  return (
    <Document
      meta={toListHead({
        site,
        title: pageTitle,
        description,
        url,
        newer,
        older,
        feed,
        trail: crumbs,
        image: context.cardOf(),
      })}
      url={url}
      parts={toListParts(list.posts, context)}
      context={context}
    >
      <div class="list h-feed">
        <ListHeader title={pageTitle} count={archive.posts.length} {...{ trail, feed, site, strings }}>
          {list.number === 1 && description && <p class="standfirst p-summary">{description}</p>}
        </ListHeader>
        {list.number === 1 && children}
        <PostList posts={list.posts} {...{ context, strings }} />
        <Pagination {...{ list, site, strings }} />
      </div>
    </Document>
  );
}
