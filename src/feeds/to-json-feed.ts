import type { Feed, FeedEntry } from "./feed.ts";

/** JSON Feed 1.1; what is undefined is left out. */
export function toJsonFeed(feed: Feed): string {
  const { title, description, lang, homeUrl, jsonUrl, author, entries } = feed;
  const document = {
    version: "https://jsonfeed.org/version/1.1",
    title,
    home_page_url: homeUrl,
    feed_url: jsonUrl,
    description,
    language: lang,
    authors: [author],
    items: entries.map(toItem),
  };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}

function toItem(entry: FeedEntry) {
  const { id, url, title, html, summary, image, published, updated, authors, categories, lang } = entry;
  return {
    id,
    url,
    title,
    content_html: html,
    summary,
    image,
    date_published: published,
    date_modified: updated,
    authors,
    tags: categories.length > 0 ? categories.map((category) => category.label) : undefined,
    language: lang,
  };
}
