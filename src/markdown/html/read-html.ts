import { QuoteType, Tokenizer, type TokenizerCallbacks } from "htmlparser2";

export type Attribute = {
  /** In lower case; browsers know which of SVG's to write otherwise. */
  readonly name: string;
  /** Decoded; undefined for `<input disabled>`. */
  readonly value?: string;
};

export type Tag = {
  /** In lower case. */
  readonly name: string;
  readonly attributes: readonly Attribute[];
  readonly isSelfClosing: boolean;
  /** Where it stands in the text read. */
  readonly start: number;
  readonly end: number;
};

export type HtmlSink = {
  startTag(tag: Tag): void;
  endTag(name: string): void;
  /** Decoded. */
  text(text: string): void;
};

/**
 * Reads a piece of HTML as a stream of tags and text, in linear time and without ever failing.
 * Comments, declarations and a tag that the piece breaks off in are left out. The tokenizer alone, not
 * htmlparser2's parser, whose stack of open elements is searched from end to end for each stray end tag.
 */
export function readHtml(html: string, sink: HtmlSink): void {
  const tokenizer = new Tokenizer({ decodeEntities: true, recognizeSelfClosing: true }, new TagReader(html, sink));
  tokenizer.write(html);
  tokenizer.end();
}

class TagReader implements TokenizerCallbacks {
  readonly #html: string;
  readonly #sink: HtmlSink;
  #start = 0;
  #name = "";
  #attributes: Attribute[] = [];
  #attributeName = "";
  #value = "";

  constructor(html: string, sink: HtmlSink) {
    this.#html = html;
    this.#sink = sink;
  }

  ontext(from: number, to: number): void {
    this.#sink.text(this.#html.slice(from, to));
  }

  ontextentity(codepoint: number): void {
    this.#sink.text(String.fromCodePoint(codepoint));
  }

  onopentagname(from: number, to: number): void {
    this.#start = from - 1;
    this.#name = this.#html.slice(from, to).toLowerCase();
    this.#attributes = [];
  }

  onattribname(from: number, to: number): void {
    this.#attributeName = this.#html.slice(from, to).toLowerCase();
    this.#value = "";
  }

  onattribdata(from: number, to: number): void {
    this.#value += this.#html.slice(from, to);
  }

  onattribentity(codepoint: number): void {
    this.#value += String.fromCodePoint(codepoint);
  }

  onattribend(quote: QuoteType): void {
    const name = this.#attributeName;
    this.#attributes.push(quote === QuoteType.NoValue ? { name } : { name, value: this.#value });
  }

  onopentagend(end: number): void {
    this.#startTag(end, false);
  }

  onselfclosingtag(end: number): void {
    this.#startTag(end, true);
  }

  onclosetag(from: number, to: number): void {
    this.#sink.endTag(this.#html.slice(from, to).toLowerCase());
  }

  oncdata(): void {}
  oncomment(): void {}
  ondeclaration(): void {}
  onprocessinginstruction(): void {}
  onend(): void {}

  #startTag(end: number, isSelfClosing: boolean): void {
    const attributes = this.#attributes;
    this.#sink.startTag({ name: this.#name, attributes, isSelfClosing, start: this.#start, end: end + 1 });
  }
}
