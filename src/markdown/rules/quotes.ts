import type { MarkdownIt, Token } from "markdown-it";
import { Rendering } from "../rendering.ts";
import { proseTokens } from "./prose.ts";
import { isApostrophe, type Surroundings, toSurroundings } from "./quote-surroundings.ts";
import { type QuotationMarks, toQuotationMarks } from "./quotation-marks.ts";

/** A quotation mark in a text token that may still be turned. */
type Quote = { readonly char: '"' | "'"; readonly token: Token; readonly index: number; readonly afterDigit: boolean };

/** Deeper than anyone quotes; the bound keeps the search for an opening mark from being quadratic. */
const maxOpen = 8;

/**
 * Typographic quotation marks by the language of the text, paired per block and nesting level.
 * Not markdown-it's own rule: that takes the marks from the parser, rebuilds the text once a mark, and turns `'90s` about.
 */
export function quotes(md: MarkdownIt): void {
  md.core.ruler.at("smartquotes", (state) => {
    const marks = toQuotationMarks(Rendering.of(state.env).context.language);
    for (const block of state.tokens) {
      if (block.type === "inline" && /["']/.test(block.content)) new QuotePairing(marks).pair(block.children ?? []);
    }
  });
}

class QuotePairing {
  readonly #marks: QuotationMarks;
  readonly #edits = new Map<Token, { index: number; text: string }[]>();
  #open: Quote[] = [];

  constructor(marks: QuotationMarks) {
    this.#marks = marks;
  }

  pair(children: readonly Token[]): void {
    const prose = new Set(proseTokens(children));
    const surroundings = toSurroundings(children);
    children.forEach((token, child) => {
      this.#drop((quote) => quote.token.level > token.level);
      if (!prose.has(token)) return;
      for (const match of token.content.matchAll(/["']/g)) {
        this.#add({ token, index: match.index, char: match[0] === "'" ? "'" : '"' }, surroundings(child, match.index));
      }
    });
    this.#drop(() => true);
    for (const [token, edits] of this.#edits) token.content = applyEdits(token.content, edits);
  }

  #add(place: Omit<Quote, "afterDigit">, around: Surroundings): void {
    const quote = { ...place, afterDigit: /\p{N}/u.test(around.before) };
    if (quote.char === "'" && isApostrophe(around)) return this.#edit(quote, "’");
    const opener = around.canClose ? this.#openerOf(quote) : undefined;
    if (opener) this.#close(opener, quote);
    else if (around.canOpen) this.#push(quote);
    else this.#leave(quote);
  }

  #openerOf(quote: Quote): Quote | undefined {
    return this.#open.findLast((open) => open.char === quote.char && open.token.level === quote.token.level);
  }

  #close(opener: Quote, closer: Quote): void {
    const [open, close] = opener.char === '"' ? this.#marks.double : this.#marks.single;
    const index = this.#open.indexOf(opener);
    this.#open.slice(index + 1).forEach((quote) => this.#leave(quote));
    this.#open.length = index;
    this.#edit(opener, open);
    this.#edit(closer, close);
  }

  #push(quote: Quote): void {
    this.#open.push(quote);
    if (this.#open.length <= maxOpen) return;
    const oldest = this.#open.shift();
    if (oldest) this.#leave(oldest);
  }

  #drop(isDropped: (quote: Quote) => boolean): void {
    if (this.#open.length === 0 || !this.#open.some(isDropped)) return;
    this.#open.filter(isDropped).forEach((quote) => this.#leave(quote));
    this.#open = this.#open.filter((quote) => !isDropped(quote));
  }

  /** A single mark without a partner is an apostrophe, unless it may be feet or minutes. */
  #leave(quote: Quote): void {
    if (quote.char === "'" && !quote.afterDigit) this.#edit(quote, "’");
  }

  #edit(quote: Quote, text: string): void {
    const edits = this.#edits.get(quote.token);
    if (edits) edits.push({ index: quote.index, text });
    else this.#edits.set(quote.token, [{ index: quote.index, text }]);
  }
}

function applyEdits(text: string, edits: { index: number; text: string }[]): string {
  let result = "";
  let end = 0;
  for (const edit of edits.sort((a, b) => a.index - b.index)) {
    result += text.slice(end, edit.index) + edit.text;
    end = edit.index + 1;
  }
  return result + text.slice(end);
}
