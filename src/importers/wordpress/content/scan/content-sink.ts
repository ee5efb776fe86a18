import type { SourceTag } from "./read-tag.ts";

/** What takes a text apart into: in the order of the text. */
export type ContentSink = {
  /** HTML without tags, line ends and entities as they are. */
  text(source: string, offset: number): void;
  tag(tag: SourceTag): void;
  /** Whole HTML that stands in a line. */
  inline(html: string, offset: number): void;
  /** Whole HTML that stands by itself. */
  block(html: string): void;
  /** Begins and ends a box with paragraphs in it. */
  open(html: string): void;
  close(html: string): void;
  /** Nobody sees it: a comment, a script. */
  unseen(html: string): void;
};
