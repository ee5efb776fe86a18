import type { ContentJob } from "../content-job.ts";
import { escapeTags } from "../escape.ts";
import { toFormula } from "../formula.ts";
import type { Range } from "../range.ts";
import { ContentCursor } from "./content-cursor.ts";
import type { ContentSink } from "./content-sink.ts";
import { takeMarkup } from "./take-markup.ts";
import { takeShortcode } from "./take-shortcode.ts";

/** Reads a part of the text once, from left to right, and hands what it finds to the sink. */
export function scanContent(range: Range, job: ContentJob, sink: ContentSink): void {
  const cursor = new ContentCursor(range, job, sink);
  while (cursor.at < range.end) {
    special.lastIndex = cursor.at;
    const found = special.exec(job.text);
    if (!found || found.index >= range.end) break;
    cursor.at = found.index + 1;
    take(cursor, found[0], found.index);
  }
  cursor.flush(range.end);
}

const special = /<|\[|\$latex[ =]/g;

/** What is not taken stays text, and the cursor where it was. */
function take(cursor: ContentCursor, sign: string, start: number): void {
  if (sign === "<") takeMarkup(cursor, start);
  else if (sign !== "[") takeFormula(cursor, start);
  else if (cursor.endings.has(start)) takeEnding(cursor, start);
  else takeShortcode(cursor, start);
}

function takeFormula(cursor: ContentCursor, start: number): void {
  const formula = start < cursor.codeEnd ? undefined : toFormula(cursor.job.text, { start, end: cursor.end });
  if (!formula) return;
  cursor.consume(start, formula.end);
  cursor.sink.inline(formula.html, start);
}

function takeEnding(cursor: ContentCursor, start: number): void {
  const ending = cursor.endings.get(start);
  if (!ending) return;
  cursor.consume(start, ending.end);
  if (ending.as === "box") cursor.sink.close(ending.html);
  else if (ending.as === "marks") cursor.sink.inline(ending.html, start);
  else cursor.sink.text(escapeTags(ending.html), start);
}
