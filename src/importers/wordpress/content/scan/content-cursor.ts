import type { ContentJob } from "../content-job.ts";
import type { Range } from "../range.ts";
import type { ContentSink } from "./content-sink.ts";

/** Something that a closing tag further on becomes. */
export type Ending = { readonly html: string; readonly as: "box" | "marks" | "text"; readonly end: number };

/** Where the reading of a text is, and what has been read but not been handed on. */
export class ContentCursor {
  readonly job: ContentJob;
  readonly sink: ContentSink;
  readonly end: number;
  at: number;
  /** Where `<code>` ends: within, a shortcode is what it looks like. */
  codeEnd = -1;
  readonly endings = new Map<number, Ending>();
  /** By name, the end of the last closing tag that belongs to an opening one. */
  readonly paired = new Map<string, number>();
  #textStart: number;

  constructor({ start, end }: Range, job: ContentJob, sink: ContentSink) {
    this.job = job;
    this.sink = sink;
    this.at = start;
    this.#textStart = start;
    this.end = end;
  }

  /** What stands before `start` is text; what was found ends at `end`. */
  consume(start: number, end: number): void {
    this.flush(start);
    this.at = end;
    this.#textStart = end;
  }

  /** A `<` that no browser should take for a tag. */
  literal(start: number): void {
    this.consume(start, start + 1);
    this.sink.text("&lt;", start);
  }

  flush(end: number): void {
    if (end <= this.#textStart) return;
    this.sink.text(this.job.text.slice(this.#textStart, end), this.#textStart);
    this.#textStart = end;
  }
}
