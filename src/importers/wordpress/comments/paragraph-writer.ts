import { paragraphsIn } from "./comment-elements.ts";

type Inline = { readonly name: string; readonly tag: string };

/** More open elements than this are no emphasis. */
const mostInlines = 16;

/**
 * Writes text in paragraphs: what parts two words, line ends or blocks, is known before the second is written.
 * Emphasis that reaches beyond its paragraph goes on in the next one.
 */
export class ParagraphWriter {
  #html = "";
  readonly #blocks: string[] = [];
  readonly #inlines: Inline[] = [];
  /** Whether inline content can be written as it is, and whether that is in a paragraph of ours. */
  #isOpen = false;
  #isParagraph = false;
  /** Line ends and `<br>` between the last words and the next. */
  #gap = { lines: 0, breaks: 0 };
  /** Whether the block has had words, for those in which only a second paragraph needs an element. */
  #hasWords = false;
  #paragraphTag = "<p>";

  get length(): number {
    return this.#html.length;
  }

  get isPre(): boolean {
    return this.#blocks.at(-1) === "pre";
  }

  isWithin(...names: readonly string[]): boolean {
    return this.#inlines.some(({ name }) => names.includes(name));
  }

  /** Inline HTML. */
  write(html: string): void {
    if (html === "") return;
    const isFirst = !this.#isOpen;
    this.#open();
    this.#html += isFirst && !this.isPre ? html.trimStart() : html;
  }

  /** White space counts only between words of one line. */
  space(): void {
    if (this.#isOpen && this.#gap.lines + this.#gap.breaks === 0) this.#html += " ";
  }

  endLine(): void {
    this.#gap.lines += 1;
  }

  /** `<br>`; the line end behind it is the same. */
  break(): void {
    if (this.isPre) this.#html += "<br>";
    else this.#gap.breaks += 1;
  }

  /** What follows is a paragraph of its own. */
  endParagraph(tag = "<p>"): void {
    if (this.isPre) return;
    this.#close();
    this.#paragraphTag = tag;
  }

  startInline(name: string, tag: string): void {
    if (this.#inlines.length >= mostInlines) return;
    if (this.isPre) this.#html += tag;
    else if (this.#isNewParagraph) this.#close();
    else if (this.#isOpen) this.write(tag);
    this.#inlines.push({ name, tag });
  }

  endInline(name: string): void {
    const index = this.#inlines.findLastIndex((inline) => inline.name === name);
    if (index < 0) return;
    const above = this.#inlines.splice(index).slice(1);
    if (this.#isOpen || this.isPre) {
      const ends = [{ name }, ...above].toReversed().map((inline) => `</${inline.name}>`);
      this.#html += [...ends, ...above.map((inline) => inline.tag)].join("");
    }
    this.#inlines.push(...above);
  }

  startBlock(name: string, tag: string): void {
    if (this.isPre) return;
    this.#close();
    this.#html += tag;
    this.#blocks.push(name);
    this.#hasWords = false;
    if (name === "pre") this.#html += this.#inlines.map((inline) => inline.tag).join("");
  }

  endBlock(name: string): void {
    const index = this.#blocks.lastIndexOf(name);
    if (index < 0) return;
    this.#close();
    this.#blocks.length = index;
    this.#html += `</${name}>`;
    this.#hasWords = true;
  }

  rule(): void {
    if (this.isPre) return;
    this.#close();
    this.#html += "<hr>";
  }

  finish(): string {
    this.#close();
    return this.#html;
  }

  #open(): void {
    if (this.isPre) return;
    if (this.#isNewParagraph) this.#close();
    if (this.#isOpen) {
      if (this.#gap.lines + this.#gap.breaks > 0) this.#html += "<br>";
    } else {
      const need = paragraphsIn(this.#blocks.at(-1));
      this.#isParagraph = need === "always" || (need === "several" && this.#hasWords);
      if (this.#isParagraph) this.#html += this.#paragraphTag;
      else if (need === "never" && this.#hasWords) this.#html += "<br>";
      this.#html += this.#inlines.map(({ tag }) => tag).join("");
      this.#isOpen = true;
    }
    this.#gap = { lines: 0, breaks: 0 };
  }

  #close(): void {
    if (this.#isOpen) {
      const ends = this.#inlines.map(({ name }) => `</${name}>`).toReversed();
      this.#html += ends.join("") + (this.#isParagraph ? "</p>" : "");
      this.#hasWords = true;
      this.#paragraphTag = "<p>";
    }
    this.#isOpen = false;
    this.#gap = { lines: 0, breaks: 0 };
  }

  get #isNewParagraph(): boolean {
    return this.#isOpen && (this.#gap.lines > 1 || this.#gap.breaks > 1);
  }
}
