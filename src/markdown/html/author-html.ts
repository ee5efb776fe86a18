import type { RawHtml, Rendering } from "../rendering.ts";
import type { Position } from "../source-text.ts";
import type { TextCount } from "../text-count.ts";
import { toAttributes } from "./author-attributes.ts";
import { toImage } from "./author-image.ts";
import { inlineElements } from "./html-elements.ts";
import { toHtmlText } from "./html-text.ts";
import type { HtmlWriter } from "./html-writer.ts";
import { type Omission, Omissions } from "./omissions.ts";
import { type HtmlSink, readHtml, type Tag } from "./read-html.ts";
import type { TagScene } from "./tag-scene.ts";

export type AuthorHtmlOptions = {
  /** For an excerpt: no ids, no links within the text. */
  readonly isExcerpt?: boolean;
  /** Told of the text in the author's blocks. */
  readonly count?: TextCount;
};

/** Elements of a whole page: their tags are left out, what they hold stays. */
const pageElements: ReadonlySet<string> = new Set("html head body base meta link frameset frame plaintext".split(" "));

/** Left out with what they hold. */
const muteElements: ReadonlySet<string> = new Set(["script", "style", "title", "noembed", "noframes"]);

const elementName = /^[a-z][a-z0-9:_.-]*$/;

/** Converts the author's pieces of HTML, in order, into a writer that they share with the rendered text. */
export class AuthorHtml implements HtmlSink {
  readonly #writer: HtmlWriter;
  readonly #rendering: Rendering;
  readonly #options: AuthorHtmlOptions;
  readonly #omissions = new Omissions();
  #piece: RawHtml = { html: "", lines: null, isBlock: false };
  #text = "";
  #hasImage: boolean;
  /** Lines of the piece up to a tag that was located, and where that tag begins. */
  #located = { newlines: 0, offset: 0 };

  constructor(writer: HtmlWriter, rendering: Rendering, options: AuthorHtmlOptions) {
    this.#writer = writer;
    this.#rendering = rendering;
    this.#options = options;
    this.#hasImage = !rendering.firstImageIsRaw;
  }

  write(piece: RawHtml): void {
    this.#piece = piece;
    this.#text = "";
    this.#located = { newlines: 0, offset: 0 };
    readHtml(piece.html, this);
    this.#options.count?.add(this.#text);
    if (piece.isBlock) this.#writer.endMute();
  }

  /** After the last piece. */
  finish(): void {
    this.#omissions.warn(this.#rendering);
  }

  startTag(tag: Tag): void {
    const name = this.#rename(tag.name);
    this.#endWord(name);
    if (pageElements.has(name) || !elementName.test(name)) return;
    const scene = this.#sceneOf(tag);
    if (muteElements.has(name)) return this.#mute(tag, scene);
    if (name === "img") return this.#writer.text(toImage(tag, scene));
    const attributes = toAttributes(tag, scene);
    if (attributes === undefined) return;
    this.#writer.start({ name, html: `<${name}${attributes}>`, origin: "author", isMute: name === "iframe" });
    if (tag.isSelfClosing || isBareAnchor(tag)) this.#writer.end(name, "author");
  }

  endTag(name: string): void {
    this.#endWord(name);
    this.#writer.end(this.#rename(name), "author");
  }

  text(text: string): void {
    this.#writer.text(toHtmlText(text));
    if (!this.#writer.isMuted) this.#text += text;
  }

  #mute(tag: Tag, scene: TagScene): void {
    if (tag.name === "script" || tag.name === "style") scene.omit(omissions[tag.name]);
    if (!tag.isSelfClosing) this.#writer.start({ name: tag.name, html: "", origin: "author", isMute: true });
  }

  #endWord(name: string): void {
    if (!inlineElements.has(name)) this.#text += " ";
  }

  #rename(name: string): string {
    if (name === "xmp") return "pre";
    const [, level] = /^h([1-6])$/.exec(name) ?? [];
    return level && this.#rendering.shiftsHeadings ? `h${Math.min(6, Number(level) + 1)}` : name;
  }

  #sceneOf(tag: Tag): TagScene {
    const locate = () => this.#locate(tag);
    return {
      rendering: this.#rendering,
      isExcerpt: this.#options.isExcerpt ?? false,
      takeFirstImage: () => {
        const isFirst = !this.#hasImage;
        this.#hasImage = true;
        return isFirst;
      },
      isInside: (...names) => names.some((name) => this.#writer.isInside(name)),
      locate,
      omit: (omission) => this.#omissions.add(omission, locate),
    };
  }

  #locate({ start, end }: Tag): Position {
    const { html, lines } = this.#piece;
    const { newlines, offset } = this.#located;
    this.#located = { newlines: newlines + countNewlines(html.slice(offset, start)), offset: start };
    const [firstLine = ""] = html.slice(start, end).split("\n", 1);
    const [from, to] = lines ?? [0, 0];
    const line = Math.min(from + this.#located.newlines, to - 1);
    return this.#rendering.source.find(firstLine, lines && [line, to]);
  }
}

/** Old posts are full of `<a name="x">` that nobody closed: nothing belongs inside. */
function isBareAnchor({ name, attributes }: Tag): boolean {
  const names = attributes.map((attribute) => attribute.name);
  return name === "a" && !names.includes("href") && (names.includes("name") || names.includes("id"));
}

function countNewlines(text: string): number {
  return text.split("\n").length - 1;
}

const omissions = {
  script: {
    id: "html-script",
    what: "script is left out",
    found: "<script>",
    remedy: "Link to what it shows; pages run no scripts of posts.",
  },
  style: {
    id: "html-style",
    what: "style sheet is left out",
    found: "<style>",
    remedy: "Use a class and style it in `_includes/styles/theme.css`.",
  },
} satisfies Record<string, Omission>;
