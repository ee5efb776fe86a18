import { type QuoteType, Tokenizer, type TokenizerCallbacks } from "htmlparser2";

/** A picture or film in the HTML of a comment. */
export type Embedded = {
  readonly kind: "image" | "film";
  readonly src: string;
  readonly alt: string;
  /** Where a picture came from that GitHub shows through its proxy. */
  readonly original?: string;
  readonly width?: string;
  readonly height?: string;
  /** Inside of a link, which may hold no other. */
  readonly isLinked: boolean;
};

/**
 * Replaces pictures and films, and leaves out what GitHub hides of replies by e-mail: the quoted letter with the
 * addresses in it. All else stays as it is, for the sanitizer. The tokenizer alone, so that the time is linear.
 */
export function editHtml(html: string, replace: (embedded: Embedded) => string): string {
  if (!/<(?:img|video|audio)\b|email-hidden/i.test(html)) return html;
  const editor = new Editor(html, replace);
  const tokenizer = new Tokenizer({ decodeEntities: true }, editor);
  tokenizer.write(html);
  tokenizer.end();
  return editor.finish();
}

class Editor implements TokenizerCallbacks {
  readonly #html: string;
  readonly #replace: (embedded: Embedded) => string;
  #edited = "";
  /** What stands before it is copied or left out. */
  #done = 0;
  #hidden: { readonly name: string; depth: number } | undefined;
  #links = 0;
  #start = 0;
  #name = "";
  #attributes = new Map<string, string>();
  #attribute = "";
  #value = "";

  constructor(html: string, replace: (embedded: Embedded) => string) {
    this.#html = html;
    this.#replace = replace;
  }

  finish(): string {
    return this.#hidden ? this.#edited : this.#edited + this.#html.slice(this.#done);
  }

  onopentagname(from: number, to: number): void {
    this.#start = from - 1;
    this.#name = this.#html.slice(from, to).toLowerCase();
    this.#attributes = new Map();
  }

  onattribname(from: number, to: number): void {
    this.#attribute = this.#html.slice(from, to).toLowerCase();
    this.#value = "";
  }

  onattribdata(from: number, to: number): void {
    this.#value += this.#html.slice(from, to);
  }

  onattribentity(codepoint: number): void {
    this.#value += String.fromCodePoint(codepoint);
  }

  onattribend(_quote: QuoteType): void {
    if (!this.#attributes.has(this.#attribute)) this.#attributes.set(this.#attribute, this.#value);
  }

  onselfclosingtag(end: number): void {
    this.onopentagend(end);
  }

  onopentagend(end: number): void {
    const name = this.#name;
    if (this.#hidden) {
      if (this.#hidden.name === name) this.#hidden.depth += 1;
      return;
    }
    const classes = this.#attributes.get("class") ?? "";
    if (/(?:^|\s)email-hidden-/.test(classes)) {
      this.#edited += this.#html.slice(this.#done, this.#start);
      this.#hidden = { name, depth: 1 };
      return;
    }
    if (name === "a") this.#links += 1;
    // A picture that stands for a character is the sanitizer's: it writes the character.
    if (name === "img" && /(?:^|\s)emoji(?:\s|$)/.test(classes)) return;
    if (name === "img" || name === "video" || name === "audio")
      this.#put(this.#replace(this.#toEmbedded(name)), end + 1);
  }

  onclosetag(from: number, to: number): void {
    const name = this.#html.slice(from, to).toLowerCase();
    if (name === "a" && !this.#hidden) this.#links = Math.max(0, this.#links - 1);
    if (this.#hidden?.name !== name) return;
    this.#hidden.depth -= 1;
    if (this.#hidden.depth > 0) return;
    this.#hidden = undefined;
    const end = this.#html.indexOf(">", to);
    this.#done = end < 0 ? this.#html.length : end + 1;
  }

  ontext(): void {}
  ontextentity(): void {}
  oncdata(): void {}
  oncomment(): void {}
  ondeclaration(): void {}
  onprocessinginstruction(): void {}
  onend(): void {}

  #put(text: string, end: number): void {
    this.#edited += this.#html.slice(this.#done, this.#start) + text;
    this.#done = end;
  }

  #toEmbedded(name: string): Embedded {
    const get = (key: string): string => this.#attributes.get(key)?.trim() ?? "";
    const optional = (key: string, as: string) => (get(key) === "" ? {} : { [as]: get(key) });
    return {
      kind: name === "img" ? "image" : "film",
      src: get("src"),
      alt: get("alt"),
      ...optional("data-canonical-src", "original"),
      ...optional("width", "width"),
      ...optional("height", "height"),
      isLinked: this.#links > 0,
    };
  }
}
