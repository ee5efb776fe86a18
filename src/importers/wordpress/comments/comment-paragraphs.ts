import { escapeHtml } from "../../../lib/safe-html.ts";
import { maxLength } from "../../../markdown/comments/comment-tags.ts";
import { isEmoji, isHidden } from "../../../markdown/comments/github-html.ts";
import { voidElements } from "../../../markdown/html/html-elements.ts";
import type { Attribute, HtmlSink, Tag } from "../../../markdown/html/read-html.ts";
import { roleOf } from "./comment-elements.ts";
import type { CommentLosses } from "./comment-losses.ts";
import { findLinks } from "./find-links.ts";
import { ParagraphWriter } from "./paragraph-writer.ts";

/** The address in the form in which a comment holds it; undefined where it may not lead. */
export type ResolveAddress = (href: string) => string | undefined;

/**
 * Makes of a comment's text what WordPress made of it when it was shown: blank lines part paragraphs, other line ends
 * are kept, bare addresses are links. The result is not safe, but a sanitizer's input.
 */
export class CommentParagraphs implements HtmlSink {
  readonly #writer = new ParagraphWriter();
  readonly #losses: CommentLosses;
  readonly #resolve: ResolveAddress;
  /** Joined until a tag follows: an address may hold an entity. */
  #text = "";
  #hidden = { name: "", depth: 0 };

  constructor(resolve: ResolveAddress, losses: CommentLosses) {
    this.#resolve = resolve;
    this.#losses = losses;
  }

  text(text: string): void {
    if (this.#hidden.depth === 0 && !this.#isFull) this.#text += text;
  }

  startTag(tag: Tag): void {
    const { name } = tag;
    if (this.#hidden.depth > 0) {
      if (name === this.#hidden.name) this.#hidden.depth += 1;
      return;
    }
    this.#flush();
    if (this.#isFull) return;
    const get = (key: string): string | undefined => readAttribute(tag, key);
    if (isHidden(name, get)) {
      this.#losses.addHidden(tag);
      if (!voidElements.has(name) && !tag.isSelfClosing) this.#hidden = { name, depth: 1 };
    } else if (name === "img") this.#image(tag, isEmoji(get));
    else {
      this.#losses.addTag(tag);
      this.#element(tag);
    }
  }

  endTag(name: string): void {
    if (this.#hidden.depth > 0) {
      if (name === this.#hidden.name) this.#hidden.depth -= 1;
      return;
    }
    this.#flush();
    if (this.#isFull) return;
    const role = roleOf(name);
    if (name === "br") this.#writer.break();
    else if (role === "inline") this.#writer.endInline(name);
    else if (role === "block") this.#writer.endBlock(name);
    else if (role === "other" && !voidElements.has(name)) this.#writer.endParagraph();
  }

  finish(): string {
    this.#flush();
    return this.#writer.finish();
  }

  #element(tag: Tag): void {
    const { name } = tag;
    const role = roleOf(name);
    if (name === "br") this.#writer.break();
    else if (name === "hr") this.#writer.rule();
    else if (name === "video" || name === "audio" || name === "source") this.#film(tag);
    else if (name === "a") this.#startLink(tag);
    else if (role === "inline") this.#writer.startInline(name, toTag(name, tag.attributes));
    else if (role === "block") this.#writer.startBlock(name, toTag(name, tag.attributes));
    else if (role === "other" && !voidElements.has(name)) {
      this.#writer.endParagraph(name === "p" ? toTag(name, tag.attributes) : "<p>");
    }
  }

  #startLink(tag: Tag): void {
    const href = readAttribute(tag, "href");
    this.#writer.endInline("a");
    if (href === undefined) return;
    const address = this.#resolve(href);
    const title = tag.attributes.filter(({ name }) => name === "title");
    if (address !== undefined) this.#writer.startInline("a", toTag("a", [{ name: "href", value: address }, ...title]));
    else this.#losses.add({ found: cut(href), outcome: "kept as text", note: "A link may not lead there." });
  }

  /** Pictures of other hosts are not shown beside comments: the address is kept. */
  #image(tag: Tag, isSmiley: boolean): void {
    const alt = readAttribute(tag, "alt")?.trim() ?? "";
    if (isSmiley) return this.#writer.write(escapeHtml(alt));
    const src = readAttribute(tag, "src") ?? "";
    const address = this.#resolve(src);
    const isLink = address !== undefined && !this.#writer.isWithin("a");
    const note = isLink ? "A link to the picture stands in its place." : "Its words stand in its place.";
    this.#losses.add({ found: cut(src) || "<img>", outcome: "changed", note });
    const words = alt === "" ? toFileName(address) : alt;
    this.#writer.write(isLink ? toLink(address, words) : escapeHtml(words));
  }

  #film(tag: Tag): void {
    const src = readAttribute(tag, "src");
    const address = src === undefined ? undefined : this.#resolve(src);
    if (address === undefined || this.#writer.isWithin("a")) return;
    this.#writer.write(toLink(address, `▶ ${toFileName(address)}`));
  }

  #flush(): void {
    const text = this.#text.replace(/\r\n?/g, "\n");
    this.#text = "";
    if (text === "" || this.#isFull) return;
    if (this.#writer.isPre) return this.#writer.write(escapeHtml(text));
    for (const [index, line] of text.split("\n").entries()) {
      if (index > 0) this.#writer.endLine();
      if (line.trim() !== "") this.#writer.write(this.#toLine(index > 0 ? line.trimStart() : line));
      else if (line !== "") this.#writer.space();
    }
  }

  #toLine(line: string): string {
    const parts = this.#writer.isWithin("a", "code", "tt") ? [{ text: line }] : findLinks(line);
    const linked = parts.map(({ text, href }) => {
      const address = href === undefined ? undefined : this.#resolve(href);
      return address === undefined ? escapeHtml(text) : toLink(address, text);
    });
    return linked.join("");
  }

  get #isFull(): boolean {
    return this.#writer.length > maxLength;
  }
}

function readAttribute({ attributes }: Tag, key: string): string | undefined {
  const found = attributes.find(({ name }) => name === key);
  return found && (found.value ?? "");
}

function toTag(name: string, attributes: readonly Attribute[]): string {
  const text = attributes.map((attribute) => ` ${attribute.name}="${escapeHtml(attribute.value ?? "")}"`);
  return `<${name}${text.join("")}>`;
}

function toLink(address: string, words: string): string {
  return `${toTag("a", [{ name: "href", value: address }])}${escapeHtml(words)}</a>`;
}

function toFileName(address: string | undefined): string {
  if (address === undefined || !URL.canParse(address)) return "";
  const { pathname, host } = new URL(address);
  return pathname.split("/").at(-1) || host;
}

function cut(text: string): string {
  return text.replace(/\s+/g, " ").trim().slice(0, 80);
}
