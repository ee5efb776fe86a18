import type { VNode } from "preact";
import type { Blog } from "../content/blog.ts";
import type { Source } from "../content/post.ts";
import type { Permalink } from "../lib/permalink.ts";
import type { PageContext } from "../content/page-context.ts";

/** One kind of route: which items have a page, where it lives and what it says. */
export type PageDefinition<Item> = {
  readonly each: (blog: Blog) => readonly Item[];
  /** `/a/` for HTML, `/a/feed.xml` for a file; must be pure: it is also asked for link checks. */
  readonly permalink: (item: Item) => Permalink;
  /** The author's file that has the item in it, for problems. */
  readonly source?: (item: Item) => Source | undefined;
  /** Of old addresses: what they stand for. */
  readonly leadsTo?: (item: Item) => OldAddressEnd;
  /** A whole document: JSX for HTML (the doctype is added), text for everything else. */
  readonly render: (item: Item, context: PageContext) => VNode | string;
};

/** Where an old address leads: on this blog, or to another site. */
type OldAddressEnd = Permalink | "elsewhere";

/** A page with its item type sealed in, so that different kinds fit one list. */
export type PageModule = {
  readonly routes: (blog: Blog) => readonly Route[];
};

/** One page of the site, not yet rendered. */
export type Route = {
  readonly permalink: Permalink;
  readonly source?: Source;
  readonly leadsTo?: OldAddressEnd;
  readonly render: (context: PageContext) => VNode | string;
};

/** Declares a kind of page; the default export of every file in `pages/`. */
export function page<Item>(definition: PageDefinition<Item>): PageModule {
  const { each, permalink, source, leadsTo, render } = definition;
  return {
    routes: (blog) =>
      each(blog).map((item) => {
        const from = source?.(item);
        const to = leadsTo?.(item);
        // Eleventy merges plain objects deeply, frozen ones go by reference.
        return Object.freeze({
          permalink: permalink(item),
          ...(from && { source: from }),
          ...(to !== undefined && { leadsTo: to }),
          render: (context: PageContext) => render(item, context),
        });
      }),
  };
}
