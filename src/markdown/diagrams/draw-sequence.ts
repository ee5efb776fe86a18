import type { Message, Note, Sequence, Step } from "./diagram.ts";
import { drawActors, toHeadHeight, toLines } from "./sequence-actors.ts";
import { type Columns, placeActors, sizes, toNoteWidth, widestLine } from "./sequence-places.ts";
import { moveFrom, type Point, toGeometry, toHead, toPoints, toText } from "./svg-text.ts";

/** What is inside an `<svg>`, and its size. */
export type Drawing = { readonly inside: string; readonly width: number; readonly height: number };

/** Sequence diagrams need no layout program: time goes down, and the columns stand as close as their words allow. */
export function drawSequence(sequence: Sequence): Drawing {
  return new SequenceDrawing(sequence, placeActors(sequence)).draw();
}

type Block = {
  readonly title: string;
  readonly top: number;
  readonly dividers: { readonly y: number; readonly label: string }[];
  left: number;
  right: number;
};

const barHalf = 5;

class SequenceDrawing {
  readonly #sequence: Sequence;
  readonly #columns: Columns;
  #y: number;
  /** From back to front: blocks, lifelines, bars, then what is said. */
  #blocks = "";
  #bars = "";
  #front = "";
  #right: number;
  #next: Step | undefined;
  readonly #open: Block[] = [];
  readonly #active = new Map<string, number[]>();

  constructor(sequence: Sequence, columns: Columns) {
    this.#sequence = sequence;
    this.#columns = columns;
    this.#y = sizes.margin + toHeadHeight(sequence) + 8;
    this.#right = columns.width;
  }

  draw(): Drawing {
    for (const [index, step] of this.#sequence.steps.entries()) {
      this.#next = this.#sequence.steps[index + 1];
      if (step.step === "message") this.#message(step);
      else if (step.step === "note") this.#note(step);
      else if (step.step === "activate") this.#activate(step.actor);
      else if (step.step === "deactivate") this.#deactivate(step.actor);
      else if (step.step === "open") this.#openBlock(step.word, step.label);
      else if (step.step === "divide") this.#divideBlock(step.label);
      else this.#closeBlock();
    }
    for (const actor of this.#active.keys()) while (this.#deactivate(actor));
    const bottom = this.#y + 12;
    const inside = this.#blocks + drawActors(this.#sequence, this.#columns, bottom) + this.#bars + this.#front;
    return { inside, width: Math.ceil(this.#right), height: Math.ceil(bottom + sizes.margin) };
  }

  #message(message: Message): void {
    const { from, to, label } = message;
    if (from === to) return this.#loop(message);
    const height = label === "" ? 0 : label.split("\n").length * sizes.line;
    const textY = this.#y + 4 + height / 2;
    this.#y += height + 10;
    const isRightward = this.#columns.xOf(from) < this.#columns.xOf(to);
    const start: Point = [this.#edgeOf(from, isRightward), this.#y];
    const end: Point = [this.#edgeOf(to, !isRightward), this.#y];
    const line = message.head === "filled" ? moveFrom(end, start, 4) : end;
    const first = message.isTwoWay ? moveFrom(start, end, 4) : start;
    this.#front += `<path${message.isDotted ? ' class="dotted"' : ""} d="M${toPoints([first])}H${Math.round(line[0])}"/>`;
    this.#front += toHead(start, end, message.head) + (message.isTwoWay ? toHead(end, start, message.head) : "");
    this.#front += toLines([(start[0] + end[0]) / 2, textY], label, sizes.text, "words");
    this.#include(from, to);
    this.#y += 8;
  }

  #loop({ from, label, isDotted, head }: Message): void {
    const height = Math.max(24, label.split("\n").length * sizes.line);
    const x = this.#edgeOf(from, true);
    const top = this.#y + 8;
    const bottom = top + height;
    const tip: Point = [x, bottom];
    const className = isDotted ? ' class="dotted"' : "";
    this.#front += `<path${className} d="M${toPoints([[x, top]])}h${sizes.loop}v${height}H${Math.round(x + (head === "filled" ? 4 : 0))}"/>`;
    this.#front += toHead([x + sizes.loop, bottom], tip, head);
    this.#front += toLines([x + sizes.loop + 6, top + height / 2], label, sizes.text, "words start");
    this.#include(from);
    this.#widen(x, x + sizes.loop + 12 + widestLine(label, sizes.text));
    this.#y = bottom + 10;
  }

  #note(note: Note): void {
    const width = toNoteWidth(note);
    const height = note.text.split("\n").length * sizes.line + 10;
    const xs = note.actors.map((actor) => this.#columns.xOf(actor));
    const middle = (Math.min(...xs) + Math.max(...xs)) / 2;
    const span = Math.max(width, Math.max(...xs) - Math.min(...xs) + 2 * sizes.gap);
    const own = note.actors.length > 1 ? span : width;
    const shift = { left: -own / 2 - 12, right: own / 2 + 12, over: 0 }[note.side];
    const x = middle + shift - own / 2;
    this.#y += 6;
    const rect = `<rect${toGeometry({ x, y: this.#y, width: own, height })}/>`;
    const words = toLines([middle + shift, this.#y + height / 2], note.text, sizes.text, "words");
    this.#front += `<g class="note">${rect}${words}</g>`;
    this.#include(...note.actors);
    this.#widen(x, x + own);
    this.#y += height + 8;
  }

  #activate(actor: string): void {
    this.#active.set(actor, [...(this.#active.get(actor) ?? []), this.#y - 8]);
  }

  #deactivate(actor: string): boolean {
    const starts = this.#active.get(actor) ?? [];
    const start = starts.at(-1);
    if (start === undefined) return false;
    const x = this.#columns.xOf(actor) - barHalf + (starts.length - 1) * 4;
    const height = Math.max(10, this.#y - 8 - start);
    // An outer bar ends later and lies behind.
    this.#bars = `<rect class="bar"${toGeometry({ x, y: start, width: 2 * barHalf, height })}/>${this.#bars}`;
    this.#active.set(actor, starts.slice(0, -1));
    return true;
  }

  #openBlock(word: string, label: string): void {
    const title = label === "" ? word : `${word}: ${label.replaceAll("\n", " ")}`;
    this.#y += 10;
    this.#open.push({ title, top: this.#y, dividers: [], left: Infinity, right: -Infinity });
    this.#y += 24;
  }

  #divideBlock(label: string): void {
    this.#y += 6;
    this.#open.at(-1)?.dividers.push({ y: this.#y, label: label.replaceAll("\n", " ") });
    this.#y += label === "" ? 4 : 20;
  }

  /** As wide as what is in it; a block in which nothing happens is as wide as the picture. */
  #closeBlock(): void {
    const block = this.#open.pop();
    if (!block) return;
    const { title, top, dividers } = block;
    const isEmpty = block.left > block.right;
    const left = (isEmpty ? 2 * sizes.margin : block.left) - sizes.margin;
    const words = Math.max(...[title, ...dividers.map(({ label }) => label)].map((it) => widestLine(it, sizes.text)));
    const right = Math.max(
      isEmpty ? this.#columns.width - sizes.margin : block.right + sizes.margin,
      left + words + 20,
    );
    this.#y += 4;
    this.#widen(left, right);
    const lines = dividers.map(({ y, label }) => {
      const line = `<path class="dotted" d="M${toPoints([[left, y]])}H${Math.round(right)}"/>`;
      return label === "" ? line : line + toText([left + 8, y + 15], label, "words start");
    });
    const box = `<rect${toGeometry({ x: left, y: top, width: right - left, height: this.#y - top, rx: 3 })}/>`;
    const heading = toText([left + 8, top + 15], title, "words start");
    // An outer block closes later and lies behind.
    this.#blocks = `<g class="block">${box}${heading}${lines.join("")}</g>${this.#blocks}`;
    this.#y += 8;
  }

  #include(...actors: readonly string[]): void {
    for (const actor of actors) {
      const x = this.#columns.xOf(actor);
      const half = this.#columns.widthOf(actor) / 2;
      this.#widen(x - half, x + half);
    }
  }

  #widen(left: number, right: number): void {
    this.#right = Math.max(this.#right, right + sizes.margin);
    const block = this.#open.at(-1);
    if (!block) return;
    block.left = Math.min(block.left, left);
    block.right = Math.max(block.right, right);
  }

  /** Where a message meets a lifeline, or the bar upon it. */
  #edgeOf(actor: string, isRight: boolean): number {
    const isNext = this.#next?.step === "activate" && this.#next.actor === actor;
    const bars = (this.#active.get(actor)?.length ?? 0) + (isNext ? 1 : 0);
    if (bars === 0) return this.#columns.xOf(actor);
    return this.#columns.xOf(actor) + (isRight ? barHalf + (bars - 1) * 4 : -barHalf);
  }
}
