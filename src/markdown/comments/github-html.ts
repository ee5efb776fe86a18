import { paragraphEnders } from "../html/html-elements.ts";
import type { ReadAttribute } from "./comment-attributes.ts";
import { commentTags, isTextBlock } from "./comment-tags.ts";

/** What GitHub's and WordPress's HTML means (facts/giscus.md, "bodyHTML traps"): which of it is no comment. */

/** Left out with what they hold; a browser shows none of it, or it is no text. */
const hiddenTags: ReadonlySet<string> = new Set(
  (
    "applet button canvas clipboard-copy datalist iframe math noembed noframes noscript object script select style " +
    "svg template textarea title xmp"
  ).split(" "),
);

/** Hidden quotations and signatures of e-mail replies, copy buttons, texts for screen readers about GitHub's page. */
const hiddenClasses: ReadonlySet<string> = new Set(
  (
    "email-hidden-reply email-hidden-toggle sr-only screen-reader-text zeroclipboard-container octicon " +
    "data-footnote-backref"
  ).split(" "),
);

/** Pictures that stand for a character, which is their `alt`. */
const emojiClasses: ReadonlySet<string> = new Set(["emoji", "wp-smiley"]);

const aliases: ReadonlyMap<string, string> = new Map([
  ["cite", "em"],
  ["dfn", "em"],
  ["var", "em"],
  ["tt", "code"],
  ["samp", "code"],
  ["s", "del"],
  ["strike", "del"],
  ["tfoot", "tbody"],
]);

/** Blocks that are no element of a comment: only the line ends. */
const otherBlocks: ReadonlySet<string> = new Set([...paragraphEnders, "caption", "legend", "option", "tr", "li"]);

export function isHidden(name: string, get: ReadAttribute): boolean {
  if (hiddenTags.has(name) || get("hidden") !== undefined) return true;
  return classesOf(get).some((token) => hiddenClasses.has(token) || (name === "a" && token === "anchor"));
}

/** The comment's element for one as found; undefined when it has none. */
export function toCommentTag(name: string): string | undefined {
  const own = aliases.get(name) ?? name;
  return commentTags.has(own) || /^h[1-3]$/.test(own) ? own : undefined;
}

export function endsLine(name: string): boolean {
  return otherBlocks.has(name) && !isTextBlock(name);
}

export function isEmoji(get: ReadAttribute): boolean {
  return classesOf(get).some((token) => emojiClasses.has(token));
}

/** A note, a tip or a warning is a quotation with a title; a letter's text is a paragraph in which line ends count. */
export function toDivTag(get: ReadAttribute): "blockquote" | "p" | undefined {
  const classes = classesOf(get);
  if (classes.includes("markdown-alert")) return "blockquote";
  return classes.includes("email-fragment") ? "p" : undefined;
}

export function isAlertTitle(get: ReadAttribute): boolean {
  return classesOf(get).includes("markdown-alert-title");
}

export function isFootnotes(get: ReadAttribute): boolean {
  return classesOf(get).includes("footnotes");
}

/** `ts` of `<div class="highlight highlight-source-ts">`. */
export function toCodeLanguage(get: ReadAttribute): string | undefined {
  return /(?:^|\s)highlight-(?:source|text)-([\w+#.-]{1,40})(?=\s|$)/.exec(get("class") ?? "")?.[1];
}

function classesOf(get: ReadAttribute): string[] {
  const classes = get("class");
  return classes ? classes.split(/\s+/) : [];
}
