import { countOf } from "./count-of.ts";
import { findMarkup } from "./find-markup.ts";
import { findSpecial, openBrackets } from "./find-special.ts";
import { isRootAt, scanProlog } from "./scan-prolog.ts";
import type { RepairKind, RepairLog } from "./repair-log.ts";
import { repairReference } from "./repair-reference.ts";
import { removeForbidden } from "./remove-forbidden.ts";
import { repairTag } from "./repair-tag.ts";

/** What no repair helps; the line is that of the file. */
export type XmlFault =
  | { readonly kind: "no-root"; readonly text: string; readonly isWhole: boolean }
  | { readonly kind: "second-root" | "endless-text"; readonly line: number };

export type XmlRepairOptions = { readonly log: RepairLog; readonly onFault: (fault: XmlFault) => never };

/** Longer than any field of WordPress can well be: the end of a CDATA section is missing. */
const longestText = 32 * 1024 * 1024;
const longestProlog = 262_144;

/**
 * Makes well-formed XML of what WordPress, PHP and plugins print, as it comes. Within CDATA nothing is changed but
 * characters that XML does not have. Comments and instructions are left out; what comes out has no XML declaration or
 * DOCTYPE, and as many lines as the file.
 */
export class XmlRepair {
  readonly #options: XmlRepairOptions;
  /** Of the first character of `#text`. */
  #line = 1;
  /** What could not be told yet, and the piece that has come now. */
  #text = "";
  /** All before it is done; and all before `#written` is in the output. */
  #at = 0;
  #written = 0;
  #output: string[] = [];
  /** Elements called `rss` that are open. */
  #depth = 0;
  /** Length of the text or CDATA section that has no end yet. */
  #run = 0;
  #isLast = false;
  /** The step for the place where we are: it goes on as far as it can, and is false when it needs more text. */
  #step: () => boolean = () => this.#prolog();

  constructor(options: XmlRepairOptions) {
    this.#options = options;
  }

  /** As much of the repaired text as can be told already. */
  write(chunk: string): string {
    const held = this.#text;
    const lineOf = (index: number) => this.#line + countOf(held, "\n") + countOf(chunk.slice(0, index), "\n");
    this.#text =
      held + removeForbidden(chunk, (index, times) => this.#add("control-character", () => lineOf(index), times));
    return this.#work();
  }

  end(): string {
    this.#isLast = true;
    return this.#work();
  }

  #work(): string {
    while (this.#step());
    this.#flush();
    const output = this.#output.join("");
    this.#line = this.#lineAt(this.#at);
    this.#text = this.#text.slice(this.#at);
    this.#at = this.#written = 0;
    this.#output = [];
    return output;
  }

  #prolog(): boolean {
    const text = this.#text;
    const { root, junk, doctype } = scanProlog(text);
    if (root === undefined) {
      const isWhole = this.#isLast;
      if (isWhole || text.length > longestProlog) this.#options.onFault({ kind: "no-root", text, isWhole });
      return false;
    }
    if (junk !== undefined) this.#note("junk-before", junk);
    if (doctype !== undefined) this.#note("doctype", doctype);
    this.#leaveOut(root);
    return this.#goOn(() => this.#content());
  }

  /** Text and markup below the root. */
  #content(): boolean {
    const text = this.#text;
    const special = findSpecial(text, this.#at);
    const end = special < text.length || this.#isLast ? special : special - openBrackets(text);
    if (end > this.#at) this.#keep(end);
    if (special >= text.length) return false;
    const char = text.charAt(special);
    if (char === "<") return this.#markup();
    if (char === "]") return this.#replace("]]&gt;", 3, "bare-cdata-end");
    const repaired = repairReference(text, special, this.#isLast);
    return repaired !== undefined && this.#replace(repaired.text, repaired.length, repaired.kind);
  }

  #markup(): boolean {
    const markup = findMarkup(this.#text, this.#at, this.#isLast);
    if (markup.kind === "cut") return false;
    if (markup.kind === "text") return this.#replace("&lt;", 1, "bare-less-than");
    this.#run = 0;
    if (markup.kind === "tag") return this.#tag(markup.end);
    if (markup.kind === "cdata") {
      this.#at = markup.end;
      return this.#goOn(() => this.#cdata());
    }
    this.#leaveOut(markup.end);
    return markup.kind === "instruction" || this.#goOn(() => this.#comment());
  }

  #tag(end: number): boolean {
    const tag = this.#text.slice(this.#at, end);
    if (/^<\/?rss[\s/>]/.test(tag) && !tag.endsWith("/>")) this.#depth += tag.startsWith("</") ? -1 : 1;
    const start = this.#at;
    this.#replace(
      repairTag(tag, (kind) => this.#note(kind, start)),
      end - start,
    );
    return this.#depth > 0 || this.#goOn(() => this.#epilog());
  }

  #cdata(): boolean {
    const text = this.#text;
    const close = text.indexOf("]]>", this.#at);
    const end = close >= 0 ? close + 3 : text.length - (this.#isLast ? 0 : openBrackets(text));
    if (end > this.#at) this.#keep(end);
    if (close < 0) return false;
    this.#run = 0;
    return this.#goOn(() => this.#content());
  }

  #comment(): boolean {
    const close = this.#text.indexOf("-->", this.#at);
    if (close >= 0) {
      this.#leaveOut(close + 3);
      return this.#goOn(() => (this.#depth > 0 ? this.#content() : this.#epilog()));
    }
    this.#leaveOut(Math.max(this.#at, this.#text.length - 2));
    return false;
  }

  #epilog(): boolean {
    const text = this.#text;
    this.#leaveOut(this.#at + text.slice(this.#at).search(/\S|$/));
    const rest = text.length - this.#at;
    if (rest === 0 || (rest < 5 && !this.#isLast)) return false;
    if (isRootAt(text, this.#at)) this.#options.onFault({ kind: "second-root", line: this.#lineAt(this.#at) });
    if (text.startsWith("<!--", this.#at)) {
      this.#leaveOut(this.#at + 4);
      return this.#goOn(() => this.#comment());
    }
    this.#note("junk-after", this.#at);
    const next = text.indexOf("<", this.#at + 1);
    this.#leaveOut(next < 0 ? text.length : next);
    return true;
  }

  #goOn(step: () => boolean): boolean {
    this.#step = step;
    return true;
  }

  #keep(end: number): void {
    this.#run += end - this.#at;
    if (this.#run > longestText) this.#options.onFault({ kind: "endless-text", line: this.#lineAt(this.#at) });
    this.#at = end;
  }

  #replace(written: string, length: number, kind?: RepairKind): boolean {
    if (kind) this.#note(kind, this.#at);
    this.#flush();
    this.#output.push(written);
    this.#at += length;
    this.#written = this.#at;
    return true;
  }

  #leaveOut(end: number): void {
    this.#replace("\n".repeat(countOf(this.#text.slice(this.#at, end), "\n")), end - this.#at);
  }

  #flush(): void {
    if (this.#at > this.#written) this.#output.push(this.#text.slice(this.#written, this.#at));
    this.#written = this.#at;
  }

  #note(kind: RepairKind, index: number): void {
    this.#add(kind, () => this.#lineAt(index));
  }

  #add(kind: RepairKind, line: () => number, times?: number): void {
    this.#options.log.add(kind, line, times);
  }

  #lineAt(index: number): number {
    return this.#line + countOf(this.#text.slice(0, index), "\n");
  }
}
