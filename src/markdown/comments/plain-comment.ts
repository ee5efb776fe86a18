import { cutMark, isBlock } from "./comment-tags.ts";
import { unescapeText } from "./comment-text.ts";
import { toSafeComment } from "./to-safe-comment.ts";

const quotation = /<\/?blockquote[ >]/g;
const tag = /<\/?([a-z][a-z0-9]*)(?: [^<>]*)?>/g;
const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** A comment's own words on one line, at most `limit` characters: those that it quotes only when there are no others. */
export function toCommentText(html: string, limit = Number.POSITIVE_INFINITY): string {
  const safe = toSafeComment(html);
  const text = toText(withoutQuotations(safe)) || toText(safe);
  return cut(text, limit);
}

function toText(html: string): string {
  const spaced = html.replace(tag, (whole, name: string) => {
    if (name === "img") return / alt="([^"]*)"/.exec(whole)?.[1] ?? "";
    return isBlock(name) || name === "br" ? " " : "";
  });
  return unescapeText(spaced).replace(/\s+/g, " ").trim();
}

function withoutQuotations(html: string): string {
  if (!html.includes("<blockquote")) return html;
  let own = "";
  let depth = 0;
  let end = 0;
  for (const { 0: found, index } of html.matchAll(quotation)) {
    if (depth === 0) own += html.slice(end, index);
    depth += found.startsWith("</") ? -1 : 1;
    end = index;
  }
  return depth === 0 ? own + html.slice(end) : own;
}

/** Between words where the text has any. */
function cut(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const whole = text.slice(0, findEnd(text, limit - cutMark.length));
  const word = text[whole.length] === " " ? whole : whole.replace(/\s+\S{1,40}$/, "");
  return (word.trim() || whole).replace(/[\s,;:–—-]+$/, "") + cutMark;
}

/** The last place up to `limit` that is not within a character. A space always begins one: only what follows is read. */
function findEnd(text: string, limit: number): number {
  let end = Math.max(0, text.lastIndexOf(" ", limit));
  for (const { segment } of graphemes.segment(text.slice(end, limit + 2))) {
    if (end + segment.length > limit) break;
    end += segment.length;
  }
  return end;
}
