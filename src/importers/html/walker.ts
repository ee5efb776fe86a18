import type { Comment, Element } from "hast";
import type { Paragraph, PhrasingContent } from "mdast";
import type { Block } from "./description-list.ts";
import { blockElements, missedElements } from "./elements.ts";
import { type Child, attributeOf, childrenOf } from "./hast.ts";
import type { Job } from "./job.ts";
import { type Marks, noMarks } from "./mark.ts";
import { type Run, Runs, toPhrasing } from "./runs.ts";
import { isMore } from "./more.ts";
import { splitPictures } from "./split-pictures.ts";
import { withoutControls } from "./control-characters.ts";
import { isHidden, isUnseen } from "./visibility.ts";

/** What becomes of an element. */
export type ElementHandler = (walker: Walker, element: Element, marks: Marks) => void;
export type ElementHandlers = ReadonlyMap<string, ElementHandler>;

/**
 * Walks through a part of the page and gathers what it becomes: blocks, or the pieces of one line where no block can
 * stand, in a heading or a cell.
 */
export class Walker {
  readonly job: Job;
  readonly runs = new Runs();
  readonly isLine: boolean;
  readonly #handlers: ElementHandlers;
  readonly #blocks: Block[] = [];
  /** Ids whose place is the next thing that is seen. */
  readonly #anchors: string[] = [];
  #box: Element | undefined;

  constructor(job: Job, handlers: ElementHandlers, isLine = false) {
    this.job = job;
    this.#handlers = handlers;
    this.isLine = isLine;
  }

  /** What nodes become that stand by themselves in another: a quotation, an item. */
  flowOf(nodes: readonly Child[], marks: Marks = noMarks): Block[] {
    return this.itemOf(nodes, marks);
  }

  /** The same without the box that makes a task of an item. */
  itemOf(nodes: readonly Child[], marks: Marks, box?: Element): Block[] {
    const walker = new Walker(this.job, this.#handlers);
    walker.#box = box;
    walker.#anchors.push(...this.#anchors.splice(0));
    walker.walk(nodes, marks);
    return walker.finish();
  }

  /** What nodes become on one line. */
  lineOf(nodes: readonly Child[], marks: Marks = noMarks): PhrasingContent[] {
    const walker = new Walker(this.job, this.#handlers, true);
    walker.#anchors.push(...this.#anchors.splice(0));
    walker.walk(nodes, marks);
    walker.#placeAnchors();
    return toPhrasing(walker.runs.take());
  }

  walk(nodes: readonly Child[], marks: Marks): void {
    for (const node of nodes) {
      if (node.type === "text") this.text(node.value, marks);
      else if (node.type === "element") this.#element(node, marks);
      else if (node.type === "comment") this.#comment(node);
    }
  }

  /** What is inside of an element, as if it had no tag; a block is one nevertheless. */
  enter(element: Element, marks: Marks): void {
    const isBlock = blockElements.has(element.tagName);
    if (isBlock) this.separate();
    this.walk(childrenOf(element), marks);
    if (isBlock) this.separate();
  }

  text(text: string, marks: Marks): void {
    if (this.#anchors.length > 0 && text.trim() !== "") this.#placeAnchors();
    this.runs.text(withoutControls(text), marks);
  }

  node(node: PhrasingContent, marks: Marks, isAside = false): void {
    this.#placeAnchors();
    this.runs.node(node, marks, isAside);
  }

  /** Adds a block; on a line, what it would be there. */
  block(block: Block): void {
    this.flush();
    if (this.#anchors.length > 0) {
      this.#placeAnchors();
      this.flush();
    }
    this.#blocks.push(block);
  }

  blocks(blocks: readonly Block[]): void {
    this.flush();
    for (const block of blocks) this.#blocks.push(block);
  }

  /** Ends a paragraph; on a line, a word. */
  separate(): void {
    if (this.isLine) this.runs.text(" ", noMarks);
    else this.flush();
  }

  flush(): void {
    if (this.runs.isEmpty) {
      this.runs.take();
      return;
    }
    for (const part of splitPictures(this.runs.take())) this.#paragraph(part);
  }

  anchor(id: string | undefined): void {
    if (id !== undefined) this.#anchors.push(id);
  }

  finish(): Block[] {
    if (this.#anchors.length > 0) this.#placeAnchors();
    this.flush();
    return this.#blocks;
  }

  #paragraph(runs: readonly Run[]): void {
    const children = toPhrasing(runs);
    if (children.length > 0) this.#blocks.push({ type: "paragraph", children } satisfies Paragraph);
  }

  #placeAnchors(): void {
    for (const id of this.#anchors.splice(0)) {
      this.runs.node({ type: "html", value: `<a id="${id.replaceAll("&", "&amp;")}"></a>` }, noMarks);
    }
  }

  #element(element: Element, marks: Marks): void {
    const before = this.job.line;
    const line = Number(attributeOf(element, "dataLine") ?? attributeOf(element, "data-line"));
    if (Number.isSafeInteger(line) && line > 0) this.job.line = line;
    this.#convert(element, marks);
    this.job.line = before;
  }

  #convert(element: Element, marks: Marks): void {
    if (element === this.#box) return;
    const { tagName } = element;
    const handler = this.#handlers.get(tagName);
    if (isHidden(element)) {
      this.job.report(element, { kind: "html", outcome: "dropped", note: "The old page did not show it." });
    } else if (handler) {
      const id = this.job.takeId(element);
      if (id !== undefined && blockElements.has(tagName)) this.separate();
      this.anchor(id);
      handler(this, element, marks);
    } else if (isUnseen(element)) {
      if (blockElements.has(tagName)) this.separate();
      if (missedElements.has(tagName)) this.job.tally(tagName, element, { kind: "html", outcome: "dropped" });
    } else {
      this.anchor(this.job.takeId(element));
      this.enter(element, marks);
    }
  }

  #comment(comment: Comment): void {
    if (this.isLine || !isMore(comment)) return;
    this.block({ type: "html", value: "<!-- more -->" });
  }
}
