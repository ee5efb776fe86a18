import type { Finding } from "../../finding.ts";
import type { ContentContext } from "./content-context.ts";
import { Notes } from "./notes.ts";
import { ClosingTags } from "./scan/closing-tags.ts";
import type { ContentSink } from "./scan/content-sink.ts";
import { RawElements } from "./scan/raw-elements.ts";
import { ShortcodeReader } from "./scan/read-shortcode.ts";
import { TagReader } from "./scan/read-tag.ts";
import type { Range } from "./range.ts";
import { createLineFinder } from "./source-lines.ts";

type Report = Omit<Finding, "found" | "line">;

/** What a text may still take in of reusable blocks. The budget is shared by all of them. */
export type Allowance = {
  readonly budget: { characters: number };
  /** Ids of the blocks that we are in. */
  readonly blocks: readonly string[];
};

/** Reads a part of the text and hands what it finds to the sink. */
type Scan = (range: Range, job: ContentJob, sink: ContentSink) => void;

export type JobOptions = { readonly context: ContentContext; readonly allowance: Allowance; readonly scan: Scan };

/** One text on its way to HTML: what is known of the whole of it, and what is found. */
export class ContentJob {
  readonly text: string;
  readonly context: ContentContext;
  readonly closings: ClosingTags;
  readonly rawElements: RawElements;
  readonly tags: TagReader;
  readonly shortcodes: ShortcodeReader;
  readonly notes: Notes;
  readonly allowance: Allowance;
  readonly lineOf: (offset: number) => number;
  /** Behind it no comment ends. */
  readonly lastCommentEnd: number;
  /** How many shortcodes we are in. */
  depth = 0;
  hasMore = false;
  readonly #scan: Scan;
  readonly #findings: Finding[] = [];
  readonly #tallies = new Map<string, { index: number; times: number }>();

  constructor(text: string, { context, allowance, scan }: JobOptions) {
    this.text = text;
    this.context = context;
    this.allowance = allowance;
    this.#scan = scan;
    this.lastCommentEnd = text.lastIndexOf("-->");
    this.closings = new ClosingTags(text);
    this.rawElements = new RawElements(text);
    this.tags = new TagReader(text);
    this.shortcodes = new ShortcodeReader(text);
    this.notes = new Notes(context.footnotes);
    this.lineOf = createLineFinder(text);
  }

  /** Reads what is in a shortcode; false where shortcodes are nested too deeply. */
  scan(range: Range, sink: ContentSink): boolean {
    if (this.depth >= deepest) return false;
    this.depth += 1;
    this.#scan(range, this, sink);
    this.depth -= 1;
    return true;
  }

  report(found: string, offset: number, report: Report): void {
    this.#findings.push({ ...report, found: toOneLine(found), line: this.lineOf(offset) });
  }

  /** Of a kind that a text may be full of: told once, and how often. */
  tally(key: string, found: string, offset: number, report: Report): void {
    const known = this.#tallies.get(key);
    if (known) {
      known.times += 1;
      return;
    }
    this.#tallies.set(key, { index: this.#findings.length, times: 1 });
    this.report(found, offset, report);
  }

  /** What was found in a text that this one has taken in. */
  adopt(findings: readonly Finding[], offset: number): void {
    const line = this.lineOf(offset);
    for (const finding of findings) this.#findings.push({ ...finding, line });
  }

  /** In the order of the text. */
  findings(): Finding[] {
    const findings = [...this.#findings];
    for (const { index, times } of this.#tallies.values()) {
      const finding = findings[index];
      if (!finding || times === 1) continue;
      findings[index] = { ...finding, note: `${finding.note ? `${finding.note} ` : ""}The first of ${times}.` };
    }
    return findings.sort((one, other) => (one.line ?? 0) - (other.line ?? 0));
  }
}

const longest = 160;
const deepest = 6;

function toOneLine(source: string): string {
  const line = source
    .slice(0, 4 * longest)
    .replace(/\s+/g, " ")
    .trim();
  return line.length <= longest ? line : `${line.slice(0, longest - 1)}…`;
}
