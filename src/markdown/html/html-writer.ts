import {
  crossable,
  type ImpliedEnd,
  impliedEnds,
  inlineElements,
  paragraphEnders,
  paragraphScope,
  tableScope,
  voidElements,
} from "./html-elements.ts";

/** Who wrote a tag: the author's never close what the renderer opened, except a paragraph or an emphasis. */
export type Origin = "author" | "renderer";

export type StartTag = {
  readonly name: string;
  /** The tag as written; empty for an element of which only the content is kept. */
  readonly html: string;
  readonly origin: Origin;
  /** Leaves out what is inside: scripts, styles, what an `<iframe>` holds. */
  readonly isMute?: boolean;
};

/** Deeper nesting than this is no layout but an accident, or an attack on whoever reads the page recursively. */
const maxDepth = 200;

/**
 * Writes tags as they come and keeps them balanced: what is open is closed, what closes nothing is dropped.
 * Linear: the depth is bounded, so that no search through the open elements is long.
 */
export class HtmlWriter {
  #html = "";
  #muted = 0;
  readonly #open: StartTag[] = [];
  readonly #counts = new Map<string, number>();

  get isMuted(): boolean {
    return this.#muted > 0;
  }

  isInside(name: string): boolean {
    return this.#countOf(name) > 0;
  }

  text(escaped: string): void {
    if (this.#muted === 0) this.#html += escaped;
  }

  start(tag: StartTag): void {
    this.#endImplied(tag.name);
    if (voidElements.has(tag.name)) return this.text(tag.html);
    if (tag.origin === "author" && this.#open.length >= maxDepth) return;
    this.text(tag.html);
    this.#open.push(tag);
    this.#counts.set(tag.name, this.#countOf(tag.name) + 1);
    if (tag.isMute) this.#muted += 1;
  }

  end(name: string, origin: Origin): void {
    if (this.#countOf(name) === 0) return origin === "renderer" ? this.#endInline() : undefined;
    const index = this.#open.findLastIndex((tag) => tag.name === name && tag.origin === origin);
    if (index < 0 || (origin === "author" && this.#isBlocked(name, index))) return;
    this.#closeTo(index);
  }

  /** Ends what an author left open in a mute element: the end of a script that was never closed. */
  endMute(): void {
    const index = this.#open.findIndex((tag) => tag.isMute);
    if (index >= 0) this.#closeTo(index);
  }

  finish(): string {
    this.#closeTo(0);
    return this.#html;
  }

  /** Whether something stands between the top and an open element that the author's end tag may not close. */
  #isBlocked(name: string, index: number): boolean {
    const isTablePart = tableScope.has(name) || impliedEnds.has(name);
    return this.#open.slice(index + 1).some((tag) => {
      if (tag.origin === "renderer") return !crossable.has(tag.name);
      return tableScope.has(tag.name) && !isTablePart;
    });
  }

  #endImplied(name: string): void {
    if (paragraphEnders.has(name) && this.#countOf("p") > 0) {
      this.#endWithin(
        (tag) => tag.name === "p",
        (tag) => paragraphScope.has(tag.name),
      );
    }
    const implied = impliedEnds.get(name);
    if (implied) this.#endAllImplied(implied);
    if (name === "a" && this.#countOf("a") > 0) {
      this.#endWithin(
        (tag) => tag.name === "a",
        (tag) => !inlineElements.has(tag.name),
      );
    }
  }

  /** A row ends the cell before it, and then the row before it. */
  #endAllImplied({ closes, within }: ImpliedEnd): void {
    let hasEnded: boolean;
    do {
      hasEnded = this.#endWithin(
        (tag) => closes.has(tag.name),
        (tag) => within.has(tag.name),
      );
    } while (hasEnded);
  }

  #endWithin(isEnded: (tag: StartTag) => boolean, isBorder: (tag: StartTag) => boolean): boolean {
    const index = this.#open.findLastIndex((tag) => isEnded(tag) || isBorder(tag));
    const tag = this.#open[index];
    if (!tag || !isEnded(tag)) return false;
    this.#closeTo(index);
    return true;
  }

  /** The author ended the renderer's paragraph early; an emphasis that began after it still ends with it. */
  #endInline(): void {
    const index = this.#open.findLastIndex((tag) => tag.origin === "renderer" || !inlineElements.has(tag.name));
    this.#closeTo(index + 1);
  }

  #closeTo(index: number): void {
    while (this.#open.length > index) {
      const tag = this.#open.pop();
      if (!tag) return;
      if (tag.isMute) this.#muted -= 1;
      if (tag.html !== "") this.text(`</${tag.name}>`);
      this.#counts.set(tag.name, this.#countOf(tag.name) - 1);
    }
  }

  #countOf(name: string): number {
    return this.#counts.get(name) ?? 0;
  }
}
