import type { Feed, FeedAuthor, FeedEntry } from "./feed.ts";
import { element, parent } from "./xml.ts";

/** Atom, RFC 4287. */
export function toAtom(feed: Feed): string {
  const { id, title, description, lang, homeUrl, atomUrl, author, updated, entries } = feed;
  const root = parent("feed", { xmlns: "http://www.w3.org/2005/Atom", "xml:lang": lang }, [
    element("id", {}, id),
    element("title", {}, title),
    ...(description ? [element("subtitle", {}, description)] : []),
    element("updated", {}, updated),
    element("link", { rel: "alternate", type: "text/html", href: homeUrl }),
    element("link", { rel: "self", type: "application/atom+xml", href: atomUrl }),
    toPerson(author),
    element("generator", {}, "Klatsch"),
    ...entries.map((entry) => toEntry(entry, lang)),
  ]);
  return `<?xml version="1.0" encoding="utf-8"?>\n${root}\n`;
}

function toEntry(entry: FeedEntry, feedLang: string): string {
  const { id, title, url, published, updated, authors, categories, summary, html, lang } = entry;
  return parent("entry", { "xml:lang": lang === feedLang ? undefined : lang }, [
    element("id", {}, id),
    element("title", {}, title),
    element("link", { rel: "alternate", type: "text/html", href: url }),
    element("published", {}, published),
    element("updated", {}, updated),
    ...authors.map(toPerson),
    ...categories.map(({ term, scheme, label }) => element("category", { term, scheme, label })),
    ...(summary ? [element("summary", {}, summary)] : []),
    element("content", { type: "html" }, html),
  ]);
}

function toPerson({ name, url }: FeedAuthor): string {
  return parent("author", {}, [element("name", {}, name), ...(url ? [element("uri", {}, url)] : [])]);
}
