import { createMarkdown, type Markdown } from "../../markdown/create-markdown.ts";
import { inlineElements, voidElements } from "../../markdown/html/html-elements.ts";
import { readHtml, type Tag } from "../../markdown/html/read-html.ts";
import { noLabels } from "../../markdown/labels.ts";
import type { MarkdownContext } from "../../markdown/markdown-context.ts";
import type { Rendered } from "../../markdown/rendered.ts";
import { separators } from "./source-words.ts";
import { WordList } from "./word-list.ts";

let markdown: Markdown | undefined;

/** As on a blog where every link and picture is found. Code has no colours: they change no word. */
export function renderAlone(text: string): Rendered {
  markdown ??= createMarkdown({ highlighter: { knows: () => true, toLines: () => undefined } });
  return markdown.render(text, context);
}

const context: MarkdownContext = {
  file: "",
  firstLine: 1,
  language: "en",
  labels: noLabels,
  documentId: "import",
  reservedIds: [],
  resolveLink: (href) => ({ href, external: false }),
  resolveImage: (src) => ({ src }),
};

/** The words of a rendered text, without what the renderer and the importer say themselves. */
export function toRenderedWords(text: string): WordList {
  const words = new WordList();
  readHtml(renderAlone(text).html, new RenderedReader(words));
  return words;
}

const ours = /\sclass="(?:anchor|footnote-ref|footnote-back|embed)"/;
const unseen: ReadonlySet<string> = new Set(["iframe", "math"]);
const inline: ReadonlySet<string> = new Set([
  ...inlineElements,
  ..."ruby rb rt rtc rp bdi del ins dfn wbr acronym math".split(" "),
]);

class RenderedReader {
  readonly #words: WordList;
  /** Elements open in one whose words do not count, itself included. */
  #muted = 0;

  constructor(words: WordList) {
    this.#words = words;
  }

  startTag({ name, attributes }: Tag): void {
    if (this.#muted > 0) {
      if (!voidElements.has(name)) this.#muted += 1;
      return;
    }
    if (isSeparator(name)) this.#words.separate();
    const classes = attributes.find((attribute) => attribute.name === "class")?.value;
    if (unseen.has(name) || (classes !== undefined && ours.test(` class="${classes}"`))) this.#muted = 1;
  }

  endTag(name: string): void {
    if (this.#muted > 0) this.#muted -= 1;
    else if (isSeparator(name)) this.#words.separate();
  }

  text(text: string): void {
    if (this.#muted === 0) this.#words.add(text);
  }
}

function isSeparator(name: string): boolean {
  return separators.has(name) || !inline.has(name);
}
