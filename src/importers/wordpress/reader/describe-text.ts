type Sign = { readonly pattern: RegExp; readonly says: string };

// In this order: a log-in page is a page, too.
const signs: readonly Sign[] = [
  { pattern: /^%PDF-/, says: "this is a PDF, not an export of WordPress" },
  { pattern: /^(?:\uFFFD?PNG|GIF8|\uFFFD{2,4}.{0,4}JFIF)/, says: "this is a picture, not an export of WordPress" },
  { pattern: /^SQLite format 3/, says: "this is a database, not an export of WordPress" },
  { pattern: /^(?:7z|Rar!|BZh|\uFFFD7zXZ)/, says: "this is packed in a way that is not known here: unpack it first" },
  {
    pattern:
      /^(?:--|\/\*|#|SET |CREATE |DROP |INSERT |LOCK )[^<]{0,4000}?\b(?:CREATE TABLE|INSERT INTO|DROP TABLE|SQL|Dump)/i,
    says: "this is a dump of the database (SQL), not an export of WordPress",
  },
  { pattern: /^[{[]\s{0,9}(?:["{[\]}\d]|true|false|null)/, says: "this is JSON, not an export of WordPress" },
  { pattern: /<feed[\s>]/, says: "this is an Atom feed, not an export of WordPress" },
  { pattern: /<(?:urlset|sitemapindex)[\s>]/, says: "this is a sitemap, not an export of WordPress" },
  { pattern: /<rdf:RDF[\s>]/, says: "this is an RSS 1.0 feed, not an export of WordPress" },
];

/** What a text is that has no `<rss>`. */
export function describeText(source: string, isWhole: boolean): string {
  const text = source.trim();
  if (isPage(text)) return describePage(text);
  const sign = signs.find(({ pattern }) => pattern.test(text));
  if (sign) return sign.says;
  if (isBinary(text)) return "this is no text, so no export of WordPress";
  const stop = /(?:Fatal|Parse) error[^\n]{0,120}/.exec(text)?.[0].replace(/<[^>]{0,40}>/g, "");
  if (stop !== undefined) return `this is no export of WordPress, but a message of PHP ("${stop.trim()}")`;
  const root = /<([A-Za-z_][\w.:-]{0,60})[\s/>]/.exec(withoutComments(text))?.[1];
  if (root !== undefined) return `this is XML, but no export of WordPress: it has <${root}> where <rss> should be`;
  if (isWhole && /^<\?xml|^<!--|WordPress/.test(text)) return "the export is cut off before its first element";
  return "this is no XML, so no export of WordPress";
}

function isPage(text: string): boolean {
  return /<!doctype html|<html[\s>]|<head[\s>]|<body[\s>]/i.test(text);
}

function describePage(text: string): string {
  const title = /<title[^>]{0,200}>([^<]{1,200})/i.exec(text)?.[1]?.replace(/\s+/g, " ").trim();
  const named = title === undefined || title === "" ? "" : ` ("${title}")`;
  const isLogin = /wp-login|type=["']?password|name=["']?(?:log|pwd)\b|user_login/i.test(text);
  const what = isLogin ? "a log-in page" : "a web page";
  return `this is ${what}${named} saved as XML, not an export of WordPress${isLogin ? ": sign in first" : ""}`;
}

/** Control characters have gone already; what is left of a binary file are characters that had to be replaced. */
function isBinary(text: string): boolean {
  const head = text.slice(0, 4000);
  return head.length > 0 && head.split("\uFFFD").length - 1 > head.length / 20;
}

function withoutComments(text: string): string {
  return text.replace(/<!--[\s\S]*?(?:-->|$)/g, "").replace(/<[?!][^>]*>?/g, "");
}
