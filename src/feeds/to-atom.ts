import type { Feed, FeedAuthor, FeedEntry, FeedReplies } from "./feed.ts";
import { element, instruction, parent } from "./xml.ts";

/** How a feed looks to somebody who opens it in a browser: a style sheet's href, a note, and a link out of it. */
export type FeedPage = { readonly styles: string; readonly note: string; readonly link: string };

/** Atom, RFC 4287, with the threading extensions of RFC 4685. */
export function toAtom(feed: Feed, page: FeedPage): string {
  const { id, title, description, lang, homeUrl, atomUrl, author, updated, entries } = feed;
  const isThreaded = entries.some(({ inReplyTo, replies }) => inReplyTo ?? replies);
  const thread = isThreaded ? { "xmlns:thr": "http://purl.org/syndication/thread/1.0" } : {};
  const root = parent("feed", { xmlns: "http://www.w3.org/2005/Atom", ...thread, "xml:lang": lang }, [
    element("id", {}, id),
    element("title", {}, title),
    ...(description ? [element("subtitle", {}, description)] : []),
    toNote(page, homeUrl),
    element("updated", {}, updated),
    element("link", { rel: "alternate", type: "text/html", href: homeUrl }),
    element("link", { rel: "self", type: "application/atom+xml", href: atomUrl }),
    toPerson(author),
    element("generator", {}, "Klatsch"),
    ...entries.map((entry) => toEntry(entry, lang)),
  ]);
  const styles = instruction("xml-stylesheet", { type: "text/css", href: page.styles });
  return `<?xml version="1.0" encoding="utf-8"?>\n${styles}\n${root}\n`;
}

/** Feed readers pass over what is not Atom's; browsers make a paragraph and a link of it. */
function toNote({ note, link }: FeedPage, homeUrl: string): string {
  return parent("p", { xmlns: "http://www.w3.org/1999/xhtml" }, [
    element("span", {}, note),
    element("a", { href: homeUrl }, link),
  ]);
}

function toEntry(entry: FeedEntry, feedLang: string): string {
  const { id, title, url, published, updated, authors, categories, summary, html, lang, inReplyTo, replies } = entry;
  return parent("entry", { "xml:lang": lang === feedLang ? undefined : lang }, [
    element("id", {}, id),
    element("title", {}, title),
    element("link", { rel: "alternate", type: "text/html", href: url }),
    ...(inReplyTo ? [element("thr:in-reply-to", { ref: inReplyTo.id, href: inReplyTo.url, type: "text/html" })] : []),
    ...(replies ? [toRepliesLink(replies)] : []),
    element("published", {}, published),
    element("updated", {}, updated),
    ...authors.map(toPerson),
    ...categories.map(({ term, scheme, label }) => element("category", { term, scheme, label })),
    ...(summary ? [element("summary", {}, summary)] : []),
    element("content", { type: "html" }, html),
  ]);
}

function toRepliesLink({ feedUrl, count, updated }: FeedReplies): string {
  const attributes = { rel: "replies", type: "application/atom+xml", href: feedUrl };
  return element("link", { ...attributes, "thr:count": String(count), "thr:updated": updated });
}

function toPerson({ name, url }: FeedAuthor): string {
  return parent("author", {}, [element("name", {}, name), ...(url ? [element("uri", {}, url)] : [])]);
}
