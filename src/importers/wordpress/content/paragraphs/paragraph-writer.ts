import { bareAddress, toEmbedLink } from "../embed-link.ts";
import type { ContentSink } from "../scan/content-sink.ts";
import type { SourceTag } from "../scan/read-tag.ts";
import { withLine } from "../scan/with-line.ts";
import { blockNames, paragraphsIn, reportedNames, structureNames, voidNames } from "./element-roles.ts";
import { OpenElements } from "./open-elements.ts";

/**
 * Makes paragraphs of classic content: a blank line ends one, any other line end is a `<br>`, next to blocks they say
 * nothing. What parts two words is known before the second is written.
 */
export class ParagraphWriter implements ContentSink {
  readonly #lineOf: (offset: number) => number;
  readonly #html: string[] = [];
  readonly #open = new OpenElements();
  /** What words are written into: a paragraph, or the box itself. */
  #flow: "none" | "paragraph" | "bare" = "none";
  /** Line ends and `<br>` between the last words and the next. */
  #gap = { lines: 0, breaks: 0 };
  #isLineStart = true;
  /** Of a line that holds nothing but an address, as long as it does. */
  #address: { readonly url: string; readonly source: string; readonly offset: number } | undefined;
  /** Tags of a line that begin where no words are yet. */
  #waiting = "";
  #links = 0;
  /** How much there is as long as the paragraph has nothing in it. */
  #emptyAt = -1;

  constructor(lineOf: (offset: number) => number) {
    this.#lineOf = lineOf;
  }

  text(source: string, offset: number): void {
    let at = offset;
    for (const [index, line] of source.split("\n").entries()) {
      if (index > 0) this.#endLine();
      if (/[^ \t\r\f\v]/.test(line)) this.#line(line, at);
      else if (line !== "") this.#space();
      at += line.length + 1;
    }
  }

  tag(tag: SourceTag): void {
    if (tag.name === "br") this.#break();
    else if (blockNames.has(tag.name)) this.#block(tag);
    else this.#inlineTag(tag);
  }

  inline(html: string, offset: number): void {
    this.#settle();
    this.#write(html, offset);
  }

  block(html: string): void {
    this.#endFlow();
    this.#html.push(html, "\n");
  }

  open(html: string): void {
    this.#endFlow();
    this.#html.push(html);
    this.#open.push("shortcode");
  }

  close(html: string): void {
    this.#endFlow();
    this.#open.popTo("shortcode");
    this.#html.push(html, "\n");
  }

  unseen(html: string): void {
    this.#settle();
    if (this.#gap.lines > 1) this.#endParagraph();
    this.#html.push(html);
  }

  finish(): string {
    this.#embed();
    this.#endFlow();
    return this.#html.join("");
  }

  #line(line: string, offset: number): void {
    const url = this.#isLineStart && this.#links === 0 ? bareAddress.exec(line)?.[1] : undefined;
    if (url !== undefined && this.#waiting === "" && !structureNames.has(this.#open.top ?? "")) {
      this.#address = { url, source: line.trim(), offset };
    } else {
      this.#settle();
      this.#write(line, offset);
    }
    this.#isLineStart = false;
  }

  #endLine(): void {
    this.#embed();
    this.#gap.lines += 1;
    this.#isLineStart = true;
  }

  #break(): void {
    this.#settle();
    if (this.#flow === "none") return;
    // Alone on its line, it is an empty one.
    this.#gap.breaks += this.#gap.breaks === 0 && this.#gap.lines > 0 ? 2 : 1;
    this.#isLineStart = true;
  }

  #space(): void {
    if (this.#flow !== "none" && this.#gap.lines + this.#gap.breaks === 0 && !this.#address) this.#html.push(" ");
  }

  #block(tag: SourceTag): void {
    const { name } = tag;
    if (name === "p") this.#embed();
    this.#endFlow();
    // The end of one has been written with its last words.
    if (name === "p" && tag.isEnd) return;
    if (name === "p") return this.#startParagraph(withLine(tag, this.#lineOf(tag.start)));
    if (tag.isEnd) {
      if (!this.#open.popTo(name)) return;
      this.#html.push(tag.source, "\n");
      this.#open.hasWords = true;
      return;
    }
    this.#open.hasWords = true;
    this.#html.push(reportedNames.has(name) ? withLine(tag, this.#lineOf(tag.start)) : tag.source);
    if (!voidNames.has(name)) this.#open.push(name);
  }

  #inlineTag(tag: SourceTag): void {
    this.#settle();
    this.#isLineStart = false;
    if (tag.name === "a") this.#links = tag.isEnd ? 0 : 1;
    if (voidNames.has(tag.name)) {
      this.#write(reportedNames.has(tag.name) ? withLine(tag, this.#lineOf(tag.start)) : tag.source, tag.start);
    } else if (tag.isEnd) {
      if (this.#waiting === "") this.#html.push(tag.source);
      else this.#write(tag.source, tag.start);
    } else if (this.#flow === "none" || this.#gap.lines + this.#gap.breaks > 0) this.#waiting += tag.source;
    else this.#html.push(tag.source);
  }

  #write(html: string, offset: number): void {
    const isFirst = this.#flow === "none" || this.#gap.lines + this.#gap.breaks > 0;
    this.#startFlow(offset);
    const waiting = this.#waiting;
    this.#waiting = "";
    this.#html.push(waiting, isFirst && waiting === "" ? html.replace(/^[ \t]+/, "") : html);
    this.#isLineStart = false;
  }

  #startFlow(offset: number): void {
    const { lines, breaks } = this.#gap;
    const need = paragraphsIn(this.#open.top);
    this.#gap = { lines: 0, breaks: 0 };
    if (structureNames.has(this.#open.top ?? "")) return;
    if (this.#flow !== "none" && need !== "never" && (lines > 1 || breaks > 1)) this.#endParagraph();
    if (this.#flow !== "none") {
      if (lines + breaks > 0) this.#html.push("<br>\n");
    } else if (need === "always" || (need === "several" && this.#open.hasWords)) {
      this.#startParagraph(`<p data-line="${this.#lineOf(offset)}">`);
    } else this.#flow = "bare";
    this.#open.hasWords = true;
  }

  #startParagraph(tag: string): void {
    this.#html.push(tag);
    this.#emptyAt = /\sid=/i.test(tag) ? -1 : this.#html.length;
    this.#flow = "paragraph";
    this.#open.hasWords = true;
    this.#isLineStart = true;
  }

  /** An address that has its line for itself. */
  #embed(): void {
    const address = this.#address;
    if (!address) return;
    this.#address = undefined;
    this.#endParagraph();
    this.#html.push(toEmbedLink(address.url, this.#lineOf(address.offset)), "\n");
    this.#open.hasWords = true;
    this.#gap = { lines: 0, breaks: 0 };
  }

  /** It was no more than the beginning of a line. */
  #settle(): void {
    const address = this.#address;
    this.#address = undefined;
    if (address) this.#write(address.source, address.offset);
  }

  #endFlow(): void {
    this.#settle();
    this.#endParagraph();
    this.#html.push(this.#waiting);
    this.#waiting = "";
    this.#gap = { lines: 0, breaks: 0 };
    this.#isLineStart = false;
  }

  #endParagraph(): void {
    if (this.#flow === "paragraph") {
      if (this.#html.length === this.#emptyAt) this.#html.pop();
      else this.#html.push("</p>\n");
    }
    this.#flow = "none";
  }
}
