import type { Range } from "../range.ts";
import { codeShortcodeOf } from "../shortcodes/code.ts";
import type { ContentCursor } from "./content-cursor.ts";
import { unescapeShortcodes } from "./escaped-shortcodes.ts";
import { attributeOf, type SourceTag } from "./read-tag.ts";
import { withLine } from "./with-line.ts";

/** Takes a tag, a whole element or a comment; a `<` that is none of these is text. */
export function takeMarkup(cursor: ContentCursor, start: number): void {
  const { text } = cursor.job;
  const next = text[start + 1] ?? "";
  if (text.startsWith("<!--", start)) takeComment(cursor, start);
  else if (next === "!" || next === "?") takeInstruction(cursor, start);
  else if (/[a-z/]/i.test(next)) takeTag(cursor, start);
}

function takeComment(cursor: ContentCursor, start: number): void {
  const { job, sink } = cursor;
  const close = start > job.lastCommentEnd ? -1 : job.text.indexOf("-->", start + 4);
  if (close < 0 || close + 3 > cursor.end) {
    job.tally("<!--", /^.{0,80}/.exec(job.text.slice(start, start + 80))?.[0] ?? "", start, {
      kind: "html",
      outcome: "kept as text",
      note: "The comment does not end; a browser hid all that follows.",
    });
    return cursor.literal(start);
  }
  cursor.consume(start, close + 3);
  const comment = job.text.slice(start + 4, Math.min(close, start + 204)).trim();
  if (comment === "nextpage") sink.block("");
  else if (/^more(?:\s|$)/.test(comment)) takeMore(cursor, comment, start);
}

/** The first one counts; words that stood on its link are not shown where all is shown. */
function takeMore({ job, sink }: ContentCursor, comment: string, start: number): void {
  if (job.hasMore) return;
  job.hasMore = true;
  sink.unseen("<!--more-->");
  if (comment === "more") return;
  const note = "Lists end their excerpt there; the words of the link are the blog's own.";
  job.report(`<!--${comment}-->`, start, { kind: "block", outcome: "changed", note });
}

/** `<?php …>` and `<!DOCTYPE>`: hidden up to the next `>`. */
function takeInstruction(cursor: ContentCursor, start: number): void {
  const { job } = cursor;
  const close = start > job.tags.lastEnd ? -1 : job.text.indexOf(">", start);
  if (close < 0 || close >= cursor.end) return cursor.literal(start);
  cursor.consume(start, close + 1);
  job.tally("<?", job.text.slice(start, close + 1), start, {
    kind: "html",
    outcome: "dropped",
    note: "Browsers do not show it.",
  });
}

function takeTag(cursor: ContentCursor, start: number): void {
  const { job, sink } = cursor;
  const tag = job.tags.read(start, cursor.end);
  if (!tag) {
    if (/^<\/?[a-z]/i.test(job.text.slice(start, start + 3))) cursor.literal(start);
    return;
  }
  if (!tag.isEnd && (takeElement(cursor, tag) || takeNote(cursor, tag))) return;
  if (!tag.isEnd && codeNames.has(tag.name) && takeCode(cursor, tag)) return;
  cursor.consume(start, tag.end);
  sink.tag(tag);
}

const codeNames: ReadonlySet<string> = new Set(["code", "tt", "kbd", "samp"]);

/** In code, shortcodes are what they look like. Several lines of it that stand by themselves are a block of code. */
function takeCode(cursor: ContentCursor, tag: SourceTag): boolean {
  const { job, sink } = cursor;
  if (tag.start < cursor.codeEnd) return false;
  const end = job.rawElements.findEnd(tag.name, { start: tag.end, end: cursor.end });
  if (!end) return false;
  cursor.codeEnd = end.start;
  const body = job.text.slice(tag.end, end.start);
  if (tag.name !== "code" || !body.includes("\n") || !standsAlone(job.text, { start: tag.start, end: end.end }))
    return false;
  if (/<(?:\/?(?:p|div|pre|li|code|h[1-6])[\s>]|!--)/i.test(body)) return false;
  cursor.consume(tag.start, end.end);
  sink.block(`<pre data-line="${job.lineOf(tag.start)}">${tag.source}${unescapeShortcodes(body)}</code></pre>`);
  return true;
}

function standsAlone(text: string, { start, end }: Range): boolean {
  const before = text.slice(Math.max(0, start - 20), start);
  return /(?:^|\n|<p>)[ \t]*$/.test(before) && /^[ \t]*(?:\n|<\/p>|$)/.test(text.slice(end, end + 20));
}

/** What is taken as a whole, and where it stands. */
const wholes: ReadonlyMap<string, "block" | "inline" | "unseen"> = new Map([
  ...["pre", "xmp", "listing"].map((name) => [name, "block"] as const),
  ...["svg", "math", "object", "select", "textarea", "audio", "video", "iframe", "canvas"].map(
    (name) => [name, "inline"] as const,
  ),
  ...["script", "style", "template", "noembed", "noframes", "title"].map((name) => [name, "unseen"] as const),
]);

function takeElement(cursor: ContentCursor, tag: SourceTag): boolean {
  const { job, sink } = cursor;
  const role = wholes.get(tag.name);
  if (!role) return false;
  const end = job.rawElements.findEnd(tag.name, { start: tag.end, end: cursor.end });
  if (!end && role === "block") return false;
  cursor.consume(tag.start, (!tag.isSelfClosing && end?.end) || tag.end);
  const line = job.lineOf(tag.start);
  const body = end && !tag.isSelfClosing ? job.text.slice(tag.end, end.start) : "";
  const html = `${withLine(tag, line)}${tag.name === "pre" ? unescapeShortcodes(body) : body}</${tag.name}>`;
  if (role === "block")
    sink.block((tag.name === "pre" && end && codeShortcodeOf({ start: tag.end, end: end.start }, job)) || html);
  else if (role === "inline") sink.inline(html, tag.start);
  else sink.unseen(html);
  return true;
}

/** `<sup data-fn="ID" class="fn"><a …>1</a></sup>`, the mark of the editor's own footnotes. */
function takeNote(cursor: ContentCursor, tag: SourceTag): boolean {
  const { job, sink } = cursor;
  const id = tag.name === "sup" ? attributeOf(tag, "data-fn") : undefined;
  if (id === undefined) return false;
  if (!job.notes.has(id)) {
    const note = "The export has no text for this footnote.";
    job.tally("data-fn", tag.source, tag.start, { kind: "block", outcome: "kept as text", note });
    return false;
  }
  const end = job.rawElements.findEnd("sup", { start: tag.end, end: cursor.end });
  cursor.consume(tag.start, end?.end ?? tag.end);
  sink.inline(job.notes.cite(id), tag.start);
  return true;
}
