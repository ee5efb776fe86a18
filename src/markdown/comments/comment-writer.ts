import { findEnded, findParent, findTextBlock, isWithinLike } from "./comment-nesting.ts";
import { cutMark, fitsBelow, isBlank, isBlock, maxLength, parentsOf, voidTags, wrapperIn } from "./comment-tags.ts";
import { cleanText, escapeText } from "./comment-text.ts";
import { toHeadingLevel } from "./heading-outline.ts";

/**
 * Writes the elements of a comment in canonical form: balanced, each in a place where a browser leaves it, at most
 * `maxLength` characters. Linear: the depth is bounded, so that no search through the open elements is long.
 */
export class CommentWriter {
  #html = "";
  /** Decoded; joined until a tag follows, so that what is cleaned away is found across tags that were left out. */
  #text = "";
  readonly #open: string[] = [];
  /** Length of the end tags that are still to come. */
  #closing = 0;
  #isFull = false;
  /** What was written last, where that matters. */
  #last: "pre" | "mark" | undefined;
  /** Whether there is text on the line, and whether a block that was left out ended it. */
  #hasLine = false;
  #wantsBreak = false;
  readonly #outline: number[] = [];

  text(text: string): void {
    if (!this.#isFull) this.#text += text;
  }

  /** False when it lies too deep: what is in it is to be left out. */
  start(name: string, attributes: string): boolean {
    if (isWithinLike(name, this.#open)) return true;
    this.#flush();
    if (!this.#makePlace(name)) return true;
    if (!voidTags.has(name) && !fitsBelow(this.#open.length, name)) {
      this.mark();
      return false;
    }
    const [, level] = /^h([1-6])$/.exec(name) ?? [];
    this.#writeStart(level ? `h${toHeadingLevel(Number(level), this.#outline)}` : name, attributes);
    return true;
  }

  /** Ends the innermost such element, where a browser would. */
  end(name: string): void {
    const index = findEnded(name, this.#open);
    if (index < 0) return parentsOf.has(name) ? this.#endOrphan() : undefined;
    this.#flush();
    this.#closeTo(index);
  }

  /** Where a block begins or ends that is left out: what follows is on a line of its own. */
  breakLine(): void {
    this.#flush();
    this.#endTextBlock();
    this.#wantsBreak = this.#hasLine;
  }

  /** Says that something was cut here. */
  mark(): void {
    if (this.#text !== "" || this.#last !== "mark") this.text(cutMark);
  }

  finish(): string {
    this.#flush();
    this.#closeTo(0);
    return this.#html;
  }

  /** Closes and opens what has to be for the element to stand here; false when there is no place for it. */
  #makePlace(name: string): boolean {
    if (this.#isFull) return false;
    const parents = parentsOf.get(name);
    if (parents) return this.#makePlaceIn(parents, name);
    if (isBlock(name)) this.#endTextBlock();
    else if (name === "a" && this.#open.includes(name)) this.#closeTo(this.#open.lastIndexOf(name));
    while (wrapperIn.has(this.#current)) if (!this.#wrap()) return false;
    if (!isBlock(name)) this.#beginInline();
    return !this.#isFull;
  }

  #makePlaceIn(parents: readonly string[], name: string): boolean {
    const index = findParent(name, this.#open);
    if (index < 0) {
      this.breakLine();
      return false;
    }
    this.#closeTo(index + 1);
    while (!parents.includes(this.#current)) if (!this.#wrap()) return false;
    return true;
  }

  /** The end of an item that had no place: what follows is not the same word. */
  #endOrphan(): void {
    this.#flush();
    this.#wantsBreak = this.#hasLine;
  }

  #endTextBlock(): void {
    const index = findTextBlock(this.#open);
    if (index >= 0) this.#closeTo(index);
  }

  #wrap(): boolean {
    const wrapper = wrapperIn.get(this.#current);
    return wrapper !== undefined && this.#writeStart(wrapper, "");
  }

  #beginInline(): void {
    const isBroken = this.#wantsBreak;
    this.#wantsBreak = false;
    if (isBroken) this.#write("<br>", 0);
    this.#hasLine = true;
  }

  #flush(): void {
    let text = cleanText(this.#text);
    this.#text = "";
    if (this.#last === "pre") text = text.replace(/^\n+/, "");
    if (text === "" || this.#isFull) return;
    if (!isBlank(text)) {
      while (wrapperIn.has(this.#current)) if (!this.#wrap()) return;
      this.#beginInline();
    }
    this.#writeText(escapeText(text));
  }

  #writeText(escaped: string): void {
    if (this.#isFull) return;
    const room = this.#room;
    this.#last = escaped.endsWith(cutMark) ? "mark" : undefined;
    if (escaped.length <= room) {
      this.#html += escaped;
      return;
    }
    this.#html += escaped.slice(0, room).replace(/(?:&[a-z]*|[\ud800-\udbff])$/, "");
    this.#cut();
  }

  #writeStart(name: string, attributes: string): boolean {
    const isVoid = voidTags.has(name);
    const closing = isVoid ? 0 : name.length + 3;
    if (!this.#write(`<${name}${attributes}>`, closing)) return false;
    if (isBlock(name) || name === "br") this.#endLine();
    if (isVoid) return true;
    if (name === "pre") this.#last = "pre";
    this.#open.push(name);
    this.#closing += closing;
    return true;
  }

  #write(tag: string, closing: number): boolean {
    if (this.#isFull) return false;
    if (tag.length + closing > this.#room) {
      this.#cut();
      return false;
    }
    this.#html += tag;
    this.#last = undefined;
    return true;
  }

  /** Nothing comes after this but end tags. */
  #cut(): void {
    this.#isFull = true;
    while (wrapperIn.has(this.#current)) this.#closeTo(this.#open.length - 1);
    this.#html += cutMark;
  }

  #closeTo(index: number): void {
    while (this.#open.length > index) {
      const name = this.#open.pop();
      if (name === undefined) return;
      this.#html += `</${name}>`;
      this.#closing -= name.length + 3;
      this.#last = undefined;
      if (isBlock(name)) this.#endLine();
    }
  }

  #endLine(): void {
    this.#hasLine = false;
    this.#wantsBreak = false;
  }

  get #current(): string {
    return this.#open.at(-1) ?? "";
  }

  /** One character is left for the mark. */
  get #room(): number {
    return maxLength - 1 - this.#html.length - this.#closing;
  }
}
