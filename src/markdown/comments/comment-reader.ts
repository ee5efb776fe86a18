import { voidElements } from "../html/html-elements.ts";
import type { HtmlSink, Tag } from "../html/read-html.ts";
import { toAttributeText, type ReadAttribute } from "./comment-attributes.ts";
import { toCommentLink } from "./comment-url.ts";
import { CommentWriter } from "./comment-writer.ts";
import {
  endsLine,
  isAlertTitle,
  isEmoji,
  isFootnotes,
  isHidden,
  toCodeLanguage,
  toCommentTag,
  toDivTag,
} from "./github-html.ts";
import { resolveRelative } from "./resolve-relative.ts";

export type SanitizeOptions = {
  /** Where links like `/owner/name/commit/1` lead. */
  readonly base?: string;
};

/** Tells the writer what of the tags and texts of a stranger's HTML belongs to the comment. */
export class CommentReader implements HtmlSink {
  readonly #writer = new CommentWriter();
  readonly #options: SanitizeOptions;
  /** The element that is left out at the moment, and how many of the kind are open in it. */
  #skipped = { name: "", depth: 0 };
  /** For each open `div`, the element that stands for it. */
  readonly #divs: (string | undefined)[] = [];
  /** A letter's text, in which line ends count, and those that are still to be written. */
  #isLetter = false;
  #lineEnds = 0;
  #codeLanguage: string | undefined;

  constructor(options: SanitizeOptions) {
    this.#options = options;
  }

  startTag(tag: Tag): void {
    const { name } = tag;
    if (this.#skipped.depth > 0) {
      if (name === this.#skipped.name) this.#skipped.depth += 1;
      return;
    }
    const get: ReadAttribute = (key) => tag.attributes.find((attribute) => attribute.name === key)?.value;
    const has = (key: string) => tag.attributes.some((attribute) => attribute.name === key);
    if (isPlayable(name) && this.#link(get("src"))) return this.#skip(tag);
    if (isHidden(name, (key) => (has(key) ? (get(key) ?? "") : undefined))) return this.#skip(tag);
    const own = toCommentTag(name);
    if (own !== undefined) return this.#start(own, tag, get);
    if (name === "input" && get("type")?.toLowerCase() === "checkbox") this.#writer.text(has("checked") ? "☑" : "☐");
    if (name === "q") this.#writer.text("“");
    if (endsLine(name)) this.#startBlock(name, get);
  }

  endTag(name: string): void {
    if (this.#skipped.depth > 0) {
      if (name === this.#skipped.name) this.#skipped.depth -= 1;
      return;
    }
    const own = toCommentTag(name);
    if (own === "br") this.#writer.start("br", "");
    else if (own !== undefined) this.#writer.end(own);
    else if (name === "q") this.#writer.text("”");
    else if (endsLine(name)) this.#endBlock(name);
  }

  text(text: string): void {
    if (this.#skipped.depth > 0) return;
    if (this.#isLetter) this.#letterText(text);
    else this.#writer.text(text);
  }

  finish(isCut: boolean): string {
    if (isCut) this.#writer.mark();
    return this.#writer.finish();
  }

  #start(name: string, tag: Tag, get: ReadAttribute): void {
    const attributes = toAttributeText(name, (key) => this.#read(key, get));
    if (name === "img" && (attributes === undefined || isEmoji(get))) return this.#writer.text(get("alt") ?? "");
    if (attributes === undefined) return;
    if (!this.#writer.start(name, attributes)) return this.#skip(tag);
    if (name === "p" && isAlertTitle(get)) this.#writer.start("strong", "");
    if (name === "pre") this.#startCode(get("lang") ?? this.#codeLanguage);
  }

  /** GitHub highlights code in a `div` that names the language, without a `code`. */
  #startCode(language: string | undefined): void {
    this.#codeLanguage = undefined;
    if (language === undefined) return;
    const attributes = toAttributeText("code", (key) => (key === "class" ? `language-${language}` : undefined));
    this.#writer.start("code", attributes ?? "");
  }

  #startBlock(name: string, get: ReadAttribute): void {
    this.#writer.breakLine();
    this.#codeLanguage = toCodeLanguage(get);
    if (name === "section" && isFootnotes(get)) this.#writer.start("hr", "");
    if (name !== "div") return;
    const own = toDivTag(get);
    this.#divs.push(own);
    this.#isLetter = own === "p";
    this.#lineEnds = 0;
    if (own) this.#writer.start(own, "");
  }

  #endBlock(name: string): void {
    this.#isLetter = false;
    const own = name === "div" ? this.#divs.pop() : undefined;
    if (own) this.#writer.end(own);
    else this.#writer.breakLine();
  }

  #letterText(text: string): void {
    for (const part of text.split(/(\n)/)) {
      if (part === "\n") this.#lineEnds += 1;
      else if (part.trim() !== "") this.#endLines();
      if (part !== "\n" && this.#lineEnds === 0) this.#writer.text(part);
    }
  }

  #endLines(): void {
    for (; this.#lineEnds > 0; this.#lineEnds -= 1) this.#writer.start("br", "");
  }

  /** Instead of what only a player shows. */
  #link(src: string | undefined): boolean {
    const href = toCommentLink(src ?? "");
    const attributes = href && toAttributeText("a", (key) => (key === "href" ? href : undefined));
    if (!href || !attributes) return false;
    this.#writer.start("a", attributes);
    this.#writer.text(`▶ ${toFileName(new URL(href))}`);
    this.#writer.end("a");
    return true;
  }

  #read(key: string, get: ReadAttribute): string | undefined {
    const value = get(key);
    const { base } = this.#options;
    return key === "href" && base && value !== undefined ? resolveRelative(value, base) : value;
  }

  #skip({ name, isSelfClosing }: Tag): void {
    const isForeign = name === "svg" || name === "math";
    if (!voidElements.has(name) && !(isForeign && isSelfClosing)) this.#skipped = { name, depth: 1 };
  }
}

function toFileName({ pathname, host }: URL): string {
  const name = pathname.split("/").at(-1) ?? "";
  return name.includes(".") ? name : host;
}

function isPlayable(name: string): boolean {
  return name === "video" || name === "audio" || name === "source";
}
