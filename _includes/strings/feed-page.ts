import type { PageContext } from "../../src/content/page-context.ts";
import type { FeedPage } from "../../src/feeds/to-atom.ts";

/** What a feed in the blog's language says to somebody who opens it in a browser. */
export function toFeedPage({ site, assets, stringsOf }: Pick<PageContext, "site" | "assets" | "stringsOf">): FeedPage {
  const { feedNote, feedLink } = stringsOf(site.language);
  return { styles: assets.feedStyles, note: feedNote, link: feedLink };
}
