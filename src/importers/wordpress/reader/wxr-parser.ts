import { SaxesParser, type SaxesTagNS } from "saxes";
import type { WxrPart } from "../wxr.ts";
import { countOf } from "./count-of.ts";
import { resolvePrefix, toElementName } from "./element-name.ts";
import { readElements, textOf, type ExportElement } from "./export-element.ts";
import type { RepairLog } from "./repair-log.ts";
import { toSite, toWxrPart } from "./to-wxr-part.ts";

/** What is wrong with the export, though it may be good XML. */
export type WxrFault =
  | { readonly kind: "broken"; readonly line: number; readonly reason: string }
  | { readonly kind: "too-deep" | "endless-item"; readonly line: number }
  | { readonly kind: "no-version"; readonly line: number; readonly generator: string };

export type WxrParserOptions = {
  readonly file: string;
  readonly log: RepairLog;
  readonly onPart: (part: WxrPart) => void;
  readonly onFault: (fault: WxrFault) => never;
};

type OpenElement = { -readonly [K in keyof ExportElement]: ExportElement[K] } & {
  readonly children: ExportElement[];
};

// Exports are five levels deep; saxes looks through all levels for each prefix.
const deepest = 500;
const longestItem = 64 * 1024 * 1024;
const emitted = new Set(["item", "wp:author", "wp:category", "wp:tag", "wp:term"]);

/** Parts of well-formed XML as it comes, each as soon as its element is closed. */
export class WxrParser {
  readonly #options: WxrParserOptions;
  readonly #parser = new SaxesParser({
    xmlns: true,
    position: true,
    // 1.1 would take other characters for ends of lines.
    defaultXMLVersion: "1.0",
    forceXMLVersion: true,
    resolvePrefix: (prefix: string) => {
      // No prefix at all: no namespace either.
      if (prefix === "") return undefined;
      this.#options.log.add("undeclared-prefix", () => this.line);
      return resolvePrefix(prefix);
    },
  });
  /** Elements that are read, from the root on. */
  readonly #open: OpenElement[] = [];
  /** Levels below the last of them that are not. */
  #skipped = 0;
  /** Characters of the item that is open. */
  #size = 0;
  #hasSite = false;

  constructor(options: WxrParserOptions) {
    this.#options = options;
    this.#parser.on("opentag", (tag) => this.#openTag(tag));
    this.#parser.on("closetag", () => this.#closeTag());
    this.#parser.on("text", (text) => this.#addText(text));
    this.#parser.on("cdata", (text) => this.#addText(text));
    this.#parser.on("error", ({ message }) => {
      // `12:40: unmatched closing tag: item.`
      const reason = message.replace(/^\d+:\d+: /, "").replace(/\.$/, "");
      const open = this.#open.at(-1)?.name ?? "rss";
      options.onFault({ kind: "broken", line: this.line, reason: `${reason}, within <${open}>` });
    });
  }

  /** Of the end of what has been written, from 1. */
  get line(): number {
    return this.#parser.line;
  }

  /** Whether the root element has not been closed. */
  get isOpen(): boolean {
    return this.#open.length > 0;
  }

  write(text: string): void {
    this.#parser.write(text);
  }

  end(): void {
    const { line } = this;
    this.#parser.close();
    if (!this.#hasSite) this.#options.onFault({ kind: "no-version", line, generator: "" });
  }

  #openTag(tag: SaxesTagNS): void {
    const parent = this.#open.at(-1);
    if (this.#open.length + this.#skipped > deepest) this.#options.onFault({ kind: "too-deep", line: this.line });
    const name = toElementName(tag.uri, tag.local);
    const isRead = this.#skipped === 0 && (parent ? (readElements.get(parent.name)?.has(name) ?? false) : true);
    if (!isRead) {
      if (parent && !readElements.has(parent.name)) this.#options.log.add("inner-markup", () => this.line);
      this.#skipped += 1;
      return;
    }
    const { domain, nicename } = tag.attributes;
    const attributes = { domain: domain?.value ?? "", nicename: nicename?.value ?? "" };
    this.#open.push({ name, line: this.line, ...attributes, text: "", children: [] });
    if (emitted.has(name)) this.#size = 0;
    this.#addSize(100);
    if (name === "item") this.#endHead();
  }

  /** What the channel says of itself stands before its items. */
  #endHead(): void {
    const channel = this.#open.find(({ name }) => name === "channel");
    if (this.#hasSite || !channel) return;
    this.#hasSite = true;
    const { line } = this;
    if (textOf(channel, "wp:wxr_version").trim() === "") {
      this.#options.onFault({ kind: "no-version", line, generator: textOf(channel, "generator") });
    }
    this.#options.onPart({ kind: "site", site: toSite(channel) });
  }

  #closeTag(): void {
    if (this.#skipped > 0) {
      this.#skipped -= 1;
      return;
    }
    const element = this.#open.pop();
    const parent = this.#open.at(-1);
    if (!element) return;
    if (element.name === "channel") {
      this.#open.push(element);
      this.#endHead();
      this.#open.pop();
    }
    const isTop = parent?.name === "channel" || parent?.name === "rss";
    if (isTop && emitted.has(element.name)) {
      const part = toWxrPart(element, this.#options.file);
      if (part) this.#options.onPart(part);
      return;
    }
    // The first of the channel's own fields is what counts, however many there are.
    const isRepeated = isTop && (element.text === "" || textOf(parent, element.name) !== "");
    if (!isRepeated) parent?.children.push(element);
  }

  #addText(text: string): void {
    const element = this.#open.at(-1);
    if (!element) return;
    if (!readElements.has(element.name)) {
      this.#addSize(text.length);
      element.text += text;
    } else if (this.#skipped === 0 && text.trim() !== "") {
      this.#options.log.add("stray-text", () => this.line - countOf(text.trimStart(), "\n"));
    }
  }

  #addSize(size: number): void {
    this.#size += size;
    if (this.#size > longestItem) this.#options.onFault({ kind: "endless-item", line: this.line });
  }
}
