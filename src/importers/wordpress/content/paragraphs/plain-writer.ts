import { bareAddress, isKnownProvider, toEmbedLink } from "../embed-link.ts";
import type { ContentSink } from "../scan/content-sink.ts";
import type { SourceTag } from "../scan/read-tag.ts";
import { withLine } from "../scan/with-line.ts";
import { reportedNames } from "./element-roles.ts";

/** What a block makes of its own tags; what it gives stands in the tag's place. */
export type TagRule = (tag: SourceTag) => string;

/** Writes what is in a block as it is: it has its paragraphs already. */
export class PlainWriter implements ContentSink {
  readonly #lineOf: (offset: number) => number;
  readonly #toTag: TagRule;
  readonly #html: string[] = [];
  /** Where a paragraph begins that has held nothing but an address so far. */
  #paragraph: { readonly index: number; readonly url?: string; readonly offset: number } | undefined;

  constructor(lineOf: (offset: number) => number, toTag: TagRule = ({ source }) => source) {
    this.#lineOf = lineOf;
    this.#toTag = toTag;
  }

  text(source: string, offset: number): void {
    const paragraph = this.#paragraph;
    const url = paragraph && paragraph.url === undefined ? bareAddress.exec(source)?.[1] : undefined;
    this.#add(source);
    if (paragraph && url !== undefined && isKnownProvider(url)) this.#paragraph = { ...paragraph, url, offset };
  }

  tag(tag: SourceTag): void {
    const paragraph = this.#paragraph;
    if (tag.name === "p" && tag.isEnd && paragraph?.url !== undefined) {
      this.#html.length = paragraph.index;
      return this.#add(toEmbedLink(paragraph.url, this.#lineOf(paragraph.offset)));
    }
    const index = this.#html.length;
    const source = this.#toTag(tag);
    const isReported = !tag.isEnd && reportedNames.has(tag.name) && source.startsWith(tag.source);
    this.#add(isReported ? withLine(tag, this.#lineOf(tag.start)) + source.slice(tag.source.length) : source);
    if (tag.name === "p" && !tag.isEnd) this.#paragraph = { index, offset: tag.start };
  }

  inline(html: string): void {
    this.#add(html);
  }

  block(html: string): void {
    this.#add(html);
  }

  open(html: string): void {
    this.#add(html);
  }

  close(html: string): void {
    this.#add(html);
  }

  unseen(html: string): void {
    this.#add(html);
  }

  finish(): string {
    return this.#html.join("");
  }

  #add(html: string): void {
    this.#paragraph = undefined;
    this.#html.push(html);
  }
}
