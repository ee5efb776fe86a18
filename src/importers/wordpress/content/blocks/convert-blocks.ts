import type { ContentJob } from "../content-job.ts";
import { ParagraphWriter } from "../paragraphs/paragraph-writer.ts";
import { PlainWriter, type TagRule } from "../paragraphs/plain-writer.ts";
import type { Range } from "../range.ts";
import { type Block, parseAttributes } from "./block.ts";
import { type BlockRule, emptied, mayBeEmpty, ruleOf } from "./block-rules.ts";
import { pairBlocks } from "./pair-blocks.ts";
import { type BlockMark, readBlockMarks } from "./read-blocks.ts";

/** Converts the text of a reusable block; undefined for one that is not there. */
export type Reuse = (id: string, offset: number) => string | undefined;

/** A text of the block editor: what blocks hold, each as its rule says. */
export function convertBlocks(job: ContentJob, reuse: Reuse): string {
  const marks = readBlockMarks(job.text);
  const { ends, odd } = pairBlocks(marks);
  for (const { name, start, end } of odd) {
    const note = "A block's beginning or end without the other; what stands there is kept.";
    job.tally(`odd ${name}`, job.text.slice(start, end), start, { kind: "block", outcome: "repaired", note });
  }
  return new BlockConverter(job, { marks, ends, reuse }).convert();
}

type Frame = {
  readonly block: Block;
  readonly rule: BlockRule | undefined;
  readonly toTag?: TagRule;
  hasContent: boolean;
};

type Plan = { readonly marks: readonly BlockMark[]; readonly ends: ReadonlyMap<number, number>; readonly reuse: Reuse };

class BlockConverter {
  readonly #job: ContentJob;
  readonly #plan: Plan;
  readonly #html: string[] = [];
  readonly #frames: Frame[] = [];
  /** Places of marks that end the open blocks. */
  readonly #closing: number[] = [];

  constructor(job: ContentJob, plan: Plan) {
    this.#job = job;
    this.#plan = plan;
  }

  convert(): string {
    const { marks } = this.#plan;
    let at = 0;
    for (let index = 0; index < marks.length; index += 1) {
      const mark = marks[index];
      if (!mark) break;
      this.#own({ start: at, end: mark.start });
      const last = this.#take(mark, index);
      index = last;
      at = marks[last]?.end ?? mark.end;
    }
    this.#own({ start: at, end: this.#job.text.length });
    return this.#html.join("");
  }

  /** Gives the place of the last mark that belongs to what was taken. */
  #take(mark: BlockMark, index: number): number {
    const end = this.#plan.ends.get(index);
    if (mark.kind === "end") {
      if (this.#closing.at(-1) === index) this.#endBlock();
      return index;
    }
    if (mark.kind === "begin" && end === undefined) return index;
    const block = this.#toBlock(mark);
    const rule = ruleOf(block.name);
    const inside = end === undefined ? "" : this.#job.text.slice(mark.end, this.#plan.marks[end]?.start);
    if (rule?.as === "dropped") this.#drop(block, rule);
    else if (rule?.as === "whole" && this.#whole(block, rule, inside)) return end ?? index;
    else if (mark.kind === "void") this.#reportVoid(block);
    else if (end !== undefined) {
      this.#begin(block, rule, end);
      return index;
    }
    return end ?? index;
  }

  #toBlock(mark: BlockMark): Block {
    const attributes = parseAttributes(mark);
    if (!attributes) {
      this.#report(mark, "repaired", "Its settings cannot be read; what it holds is kept.");
    }
    return { name: mark.name, mark, attributes: attributes ?? {}, parent: this.#frames.at(-1)?.block.name };
  }

  #drop({ name, mark }: Block, { note, isLayout }: BlockRule & { readonly as: "dropped" }): void {
    if (note === undefined) return;
    const found = this.#job.text.slice(mark.start, mark.end);
    const finding = { kind: "block", outcome: "dropped", note } as const;
    if (isLayout) this.#job.tally(name, found, mark.start, finding);
    else this.#job.report(found, mark.start, finding);
  }

  #whole(block: Block, rule: BlockRule & { readonly as: "whole" }, inside: string): boolean {
    const { mark, attributes } = block;
    const ref = block.name === "block" ? attributes["ref"] : undefined;
    const reused =
      typeof ref === "number" || typeof ref === "string" ? this.#plan.reuse(String(ref), mark.start) : undefined;
    const html = reused ?? rule.convert(block, inside, this.#job);
    if (html === undefined) return false;
    this.#html.push(html, "\n");
    if (html !== "") this.#noteContent();
    return true;
  }

  #begin(block: Block, rule: BlockRule | undefined, end: number): void {
    const toTag = rule?.as === "tags" ? rule.toTags(block, this.#job) : undefined;
    this.#frames.push({ block, rule, hasContent: false, ...(toTag && { toTag }) });
    this.#closing.push(end);
    const note = emptied.get(block.name);
    if (note !== undefined) this.#report(block.mark, "dropped", note);
  }

  #endBlock(): void {
    this.#closing.pop();
    const frame = this.#frames.pop();
    if (!frame) return;
    if (frame.hasContent) this.#noteContent();
    else if (!mayBeEmpty.has(frame.block.name)) this.#reportVoid(frame.block);
  }

  #reportVoid({ name, mark, attributes }: Block): void {
    if (mayBeEmpty.has(name)) return;
    const isReused = name === "block";
    const note = isReused
      ? `The reusable block ${String(attributes["ref"])} is not in the export, or holds itself.`
      : "It has no content of its own; a plugin or the theme made it when it was shown.";
    this.#report(mark, "dropped", note);
  }

  /** What stands directly in the innermost open block, or in none. */
  #own(range: Range): void {
    const { text, lineOf } = this.#job;
    const own = text.slice(range.start, range.end);
    if (own.trim() === "") {
      if (own !== "") this.#html.push("\n");
      return;
    }
    this.#noteContent();
    const frame = this.#frames.at(-1);
    // Between blocks the editor has left paragraphs as they are, if there were any.
    const isClassic = frame ? frame.rule?.as === "classic" : !/<p[\s>]/i.test(own);
    const writer = isClassic ? new ParagraphWriter(lineOf) : new PlainWriter(lineOf, frame?.toTag);
    this.#job.scan(range, writer);
    this.#html.push(writer.finish());
  }

  #noteContent(): void {
    const frame = this.#frames.at(-1);
    if (frame) frame.hasContent = true;
  }

  #report({ start, end }: BlockMark, outcome: "dropped" | "repaired", note: string): void {
    this.#job.report(this.#job.text.slice(start, end), start, { kind: "block", outcome, note });
  }
}
