import type { Token } from "markdown-it";
import type { Problem } from "../lib/problem.ts";
import { findLanguages } from "./highlighter.ts";
import type { Labels } from "./labels.ts";
import type { FoundImage, MarkdownContext } from "./markdown-context.ts";
import { PageIds } from "./page-ids.ts";
import type { Heading, Part, PlaceLink } from "./rendered.ts";
import type { ImagePlace } from "../content/image-place.ts";
import { type LineRange, type Position, SourceText } from "./source-text.ts";

export type Warning = { readonly id: string; readonly message: string; readonly remedy: string };

/** A piece of the author's own HTML and the lines in which it stands. */
export type RawHtml = { readonly html: string; readonly lines: LineRange | null; readonly isBlock: boolean };

/** What markdown-it-footnote keeps: `refs` from `:label` to the number of a note, `list` in order of reference. */
export type FootnoteState = {
  refs?: Record<string, number>;
  list?: { label?: string; count?: number; content?: string; tokens?: Token[] }[];
};

/** The state of rendering one text: markdown-it's `env`, typed. One parser serves all posts, so nothing else has state. */
export class Rendering {
  readonly #text: string;
  #languages: ReadonlySet<string> | undefined;
  readonly context: MarkdownContext;
  readonly source: SourceText;
  readonly labels: Labels;
  readonly ids: PageIds;
  readonly problems: Problem[] = [];
  readonly headings: Heading[] = [];
  readonly placeLinks: PlaceLink[] = [];
  /** By href, as the author wrote it first. */
  readonly outsideLinks = new Map<string, string>();
  /** Filled while tokens become a string; the string holds their numbers. */
  readonly rawHtml: RawHtml[] = [];
  /** Filled while tokens become a string. */
  readonly parts = new Set<Part>();
  /** Ids and anchor names in the author's HTML, for links to them. */
  readonly rawIds = new Set<string>();
  /** Whether all headings go down a level, because the page's title is the `h1`. */
  shiftsHeadings = false;
  /** The first image: it loads at once, the others when they come near. None when it is in the author's HTML. */
  firstPicture?: Token;
  /** Whether the text's first image is in the author's HTML, which is seen last. */
  firstImageIsRaw = false;
  /** Whether the first image is seen without scrolling far, so that it is worth hurrying. */
  firstImageIsNear = false;
  /** Where Markdown's images stand that are no part of a line. */
  readonly places = new Map<Token, { readonly place: ImagePlace; readonly enlarges: boolean }>();
  /** Markdown's images that are there. */
  readonly pictures = new Map<Token, FoundImage>();
  /** Whether tokens become the excerpt, which stands on other pages. */
  isExcerpt = false;
  /** Nested inline footnotes being parsed. */
  footnoteDepth = 0;
  /** Written by markdown-it-footnote. */
  footnotes?: FootnoteState;
  /** Written by markdown-it. */
  references?: Record<string, unknown>;

  constructor(text: string, context: MarkdownContext) {
    this.#text = text;
    this.context = context;
    this.source = new SourceText(text, context.firstLine);
    this.labels = context.labels;
    this.ids = new PageIds(context.reservedIds);
  }

  /** The typed form of what markdown-it hands to every rule. */
  static of(env: unknown): Rendering {
    if (env instanceof Rendering) return env;
    throw new TypeError("markdown-it was called without a Rendering as its env");
  }

  /** Whether the text names a language where its blocks of code begin: what is found there beforehand is there later. */
  names(language: string): boolean {
    this.#languages ??= findLanguages(this.#text);
    return this.#languages.has(language);
  }

  warn(warning: Warning, position: Position): void {
    const { file } = this.context;
    this.problems.push({ ...warning, severity: "warning", file, line: position.line, column: position.column });
  }
}
