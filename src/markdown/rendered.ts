import type { Problem } from "../lib/problem.ts";
import type { SafeHtml } from "../lib/safe-html.ts";

/** What not every text has, so that its style sheet is sent only with those that do. */
export type Part = "blocks" | "notes" | "contents" | "code" | "math" | "diagrams" | "images";

/** `line`: of the file, from 1. */
export type Heading = { readonly level: number; readonly id: string; readonly text: string; readonly line: number };

/** A link to a place on another page: as it will stand in the HTML, as the author wrote it, and where. */
export type PlaceLink = {
  readonly href: string;
  readonly written: string;
  readonly line: number;
  readonly column: number;
};

/** A link to another site: as it will stand in the HTML, and as the author wrote it. */
export type OutsideLink = { readonly href: string; readonly written: string };

/** One Markdown text, rendered. */
export type Rendered = {
  readonly html: SafeHtml;
  /** The HTML up to `<!-- more -->`, without ids, anchors and footnote references; undefined without that mark. */
  readonly excerptHtml?: SafeHtml;
  /** What of `Part` the HTML has in it. */
  readonly parts: readonly Part[];
  /** The same of the excerpt. */
  readonly excerptParts: readonly Part[];
  /** The first paragraph's text, without footnote references; empty when there is none. */
  readonly firstParagraph: string;
  readonly headings: readonly Heading[];
  /** Words; for scripts without spaces, characters that count as a word each are in `characters`. */
  readonly words: number;
  /** Han, Kana and Hangul characters. */
  readonly characters: number;
  /** Links to places on other pages of the blog. */
  readonly placeLinks: readonly PlaceLink[];
  /** Addresses on other sites, each once. */
  readonly outsideLinks: readonly OutsideLink[];
  readonly problems: readonly Problem[];
};
