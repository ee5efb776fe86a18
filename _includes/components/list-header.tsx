import type { ComponentChildren } from "preact";
import type { Crumb } from "../../src/seo/breadcrumbs.ts";
import type { Site } from "../../src/content/site.ts";
import { href, toFilePermalink, type Permalink } from "../../src/lib/permalink.ts";
import type { Strings } from "../strings/strings.ts";
import { Breadcrumbs } from "./breadcrumbs.tsx";

type ListHeaderProps = {
  title: string;
  trail: readonly Crumb[];
  /** How many posts there are. */
  count: number;
  /** The list beside which a feed stands. */
  feed: Permalink | undefined;
  site: Site;
  strings: Strings;
  children?: ComponentChildren;
};

export function ListHeader({ title, trail, count, feed, site, strings, children }: ListHeaderProps) {
  return (
    <header class="list-header">
      {trail.length > 0 && <Breadcrumbs {...{ trail, site, strings }} />}
      <h1 class="p-name">{title}</h1>
      {children}
      <p class="meta">
        {strings.postCount(count)}
        {feed && (
          <>
            {" · "}
            <a href={href(site, toFilePermalink(feed, "feed.xml"))}>{strings.feed}</a>
          </>
        )}
      </p>
    </header>
  );
}
