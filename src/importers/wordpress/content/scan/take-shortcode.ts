import type { ContentJob } from "../content-job.ts";
import { escapeTags } from "../escape.ts";
import type { Range } from "../range.ts";
import { knownShortcodes } from "../shortcodes/known-shortcodes.ts";
import type { Shortcode, ShortcodeRule } from "../shortcodes/shortcode.ts";
import { looksLikeShortcode } from "../shortcodes/unknown-shortcode.ts";
import type { ContentCursor } from "./content-cursor.ts";
import { parseAttributes, type ShortcodeTag } from "./read-shortcode.ts";

/** Takes the shortcode at `start`, if one is there; any other bracket is text. */
export function takeShortcode(cursor: ContentCursor, start: number): void {
  const { job } = cursor;
  if (job.text[start + 1] === "[") return takeEscaped(cursor, start);
  const tag = job.shortcodes.read({ start, end: cursor.end });
  if (!tag || start < cursor.codeEnd) return;
  const rule = knownShortcodes.get(tag.name);
  if (!rule) return reportUnknown(cursor, tag);
  const body = findBody(cursor, tag, rule);
  if (rule.body === "needed" && !body) return reportUnknown(cursor, tag);
  convert(cursor, { tag, rule, body });
}

/** WordPress knows what these mean without attributes. */
const core: ReadonlySet<string> = new Set(["audio", "video", "playlist"]);

type Known = { readonly tag: ShortcodeTag; readonly rule: ShortcodeRule; readonly body: Range | undefined };

function convert(cursor: ContentCursor, { tag, rule, body }: Known): void {
  const { job, sink } = cursor;
  const { name, rest, start, end } = tag;
  const source = job.text.slice(start, end);
  const closeEnd = body && body.end + name.length + 3;
  const shortcode: Shortcode = {
    name,
    rest,
    source,
    start,
    end: closeEnd ?? end,
    ...parseAttributes(rest),
    ...(body && { body }),
  };
  const converted = rule.convert(shortcode, job);
  if (!converted) {
    cursor.at = end;
    // `[pdf]` and `[reddit]` are words of their own, too.
    if (rest.trim() === "" && !body && !core.has(name)) return;
    const note = "It does not say what it shows.";
    return job.report(source, start, { kind: "shortcode", outcome: "kept as text", note });
  }
  if ("html" in converted) {
    cursor.consume(start, shortcode.end);
    if (converted.as === "block") sink.block(converted.html);
    else sink.inline(converted.html, start);
    return;
  }
  cursor.consume(start, end);
  if (converted.as === "box") sink.open(converted.open);
  else sink.inline(converted.open, start);
  if (!body || !closeEnd) return;
  cursor.endings.set(body.end, { as: converted.as, html: converted.close, end: closeEnd });
  cursor.paired.set(name, closeEnd);
}

/** What stands between the opening tag and the next closing one. */
function findBody({ job, end, paired }: ContentCursor, tag: ShortcodeTag, rule: ShortcodeRule): Range | undefined {
  if (rule.body === "none" || tag.isSelfClosing) return undefined;
  const closing = job.closings.find(tag.name, { start: Math.max(tag.end, paired.get(tag.name) ?? 0), end });
  if (!closing) return undefined;
  const isOthers = rule.body === "optional" && isBefore(job, `[${tag.name}`, { start: tag.end, end: closing.start });
  return isOthers ? undefined : { start: tag.end, end: closing.start };
}

function isBefore({ text }: ContentJob, opening: string, { start, end }: Range): boolean {
  const index = text.indexOf(opening, start);
  return index >= 0 && index < end;
}

/** `[[gallery]]` and `[[code]…[/code]]` show what is within the outer brackets. */
function takeEscaped(cursor: ContentCursor, start: number): void {
  const { job, sink } = cursor;
  const tag = job.shortcodes.read({ start: start + 1, end: cursor.end });
  const rule = tag && knownShortcodes.get(tag.name);
  if (!tag || !rule) return;
  const source = job.text.slice(tag.start, tag.end);
  if (job.text[tag.end] === "]" && tag.end < cursor.end) {
    cursor.consume(start, tag.end + 1);
    return sink.text(escapeTags(source), tag.start);
  }
  const closing = job.closings.find(tag.name, { start: tag.end, end: cursor.end - 1 });
  if (!closing || job.text[closing.end] !== "]") return;
  const end = closing.end + 1;
  const html = job.text.slice(closing.start, closing.end);
  if (rule.isCode) {
    cursor.consume(start, end);
    return sink.text(escapeTags(job.text.slice(tag.start, closing.end)), tag.start);
  }
  cursor.consume(start, tag.end);
  sink.text(escapeTags(source), tag.start);
  cursor.endings.set(closing.start, { as: "text", html, end });
}

function reportUnknown({ job, end }: ContentCursor, tag: ShortcodeTag): void {
  const hasEnd = job.closings.find(tag.name, { start: tag.end, end }) !== undefined;
  if (!looksLikeShortcode(tag, hasEnd)) return;
  const note = "A plugin or the theme made something of it; the tag stands in the text as it is.";
  job.tally(`[${tag.name}`, job.text.slice(tag.start, tag.end), tag.start, {
    kind: "shortcode",
    outcome: "kept as text",
    note,
  });
}
