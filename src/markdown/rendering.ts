import type { Token } from "markdown-it";
import type { Problem } from "../lib/problem.ts";
import { type Labels, toLabels } from "./labels.ts";
import type { MarkdownContext } from "./markdown-context.ts";
import { PageIds } from "./page-ids.ts";
import type { Heading, Part, PlaceLink } from "./rendered.ts";
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
  /** Whether an image was met: the first one loads at once, the others when they come near. */
  hasImage = false;
  /** Whether the text's first image is in the author's HTML, which is seen last. */
  firstImageIsRaw = false;
  /** Nested inline footnotes being parsed. */
  footnoteDepth = 0;
  /** Written by markdown-it-footnote. */
  footnotes?: FootnoteState;
  /** Written by markdown-it. */
  references?: Record<string, unknown>;

  constructor(text: string, context: MarkdownContext) {
    this.context = context;
    this.source = new SourceText(text, context.firstLine);
    this.labels = toLabels(context.language);
    this.ids = new PageIds(context.reservedIds);
  }

  /** The typed form of what markdown-it hands to every rule. */
  static of(env: unknown): Rendering {
    if (env instanceof Rendering) return env;
    throw new TypeError("markdown-it was called without a Rendering as its env");
  }

  warn(warning: Warning, position: Position): void {
    const { file } = this.context;
    this.problems.push({ ...warning, severity: "warning", file, line: position.line, column: position.column });
  }
}
