import type { Actor, DiagramMistake, Head, Note, Sequence, Statement, Step } from "./diagram.ts";
import { readLabel } from "./read-label.ts";

const actorId = "[\\p{L}\\p{N}_](?:[\\p{L}\\p{M}\\p{N}_.’' ]*[\\p{L}\\p{M}\\p{N}_.])?";
const declaration = new RegExp(`^(participant|actor)\\s+(${actorId})(?:\\s+as\\s+(.+))?$`, "u");
const message = new RegExp(`^(${actorId})\\s*(<<)?(--?)(>>|>|x|\\))\\s*([+-])?\\s*(${actorId})\\s*:(.*)$`, "u");
const note = new RegExp(`^note\\s+(left of|right of|over)\\s+(${actorId})(?:\\s*,\\s*(${actorId}))?\\s*:(.+)$`, "iu");
const activation = new RegExp(`^(activate|deactivate)\\s+(${actorId})$`, "u");
const heads: Readonly<Record<string, Head>> = { ">>": "filled", ">": "none", x: "cross", ")": "open" };
/** What may divide a block, by the word that opens it. */
const dividers: Readonly<Record<string, string>> = { alt: "else", par: "and", critical: "option" };
const notUnderstood = "this line is not understood";

/** Sequence diagrams: who says what to whom, with notes, blocks and activations. */
export function readSequence({ text, line }: Statement, statements: readonly Statement[]): Sequence | DiagramMistake {
  if (text !== "sequenceDiagram") return { line, what: "this beginning of a diagram is not understood" };
  const reader = new SequenceReader();
  for (const statement of statements) {
    const what = reader.take(statement.text);
    if (what !== undefined) return { line: statement.line, what };
  }
  const what = reader.findFault();
  return what === undefined ? reader.build() : { line, what };
}

class SequenceReader {
  readonly #actors = new Map<string, Actor>();
  readonly #steps: Step[] = [];
  readonly #open: string[] = [];
  readonly #active = new Map<string, number>();

  /** What is wrong with a statement; undefined when it was understood. */
  take(text: string): string | undefined {
    if (text.includes(";")) return notUnderstood;
    return (
      (
        this.#takeBlock(text) ??
        this.#takeNote(text) ??
        this.#takeMessage(text) ??
        this.#takeActor(text) ??
        this.#takeActivation(text) ??
        notUnderstood
      ).replace(understood, "") || undefined
    );
  }

  findFault(): string | undefined {
    if (this.#open.length > 0) return `a block has no end (${this.#open.at(-1)})`;
    return this.#actors.size === 0 ? "there is nobody in it" : undefined;
  }

  build(): Sequence {
    return { kind: "sequence", actors: [...this.#actors.values()], steps: this.#steps };
  }

  #takeBlock(text: string): string | undefined {
    const [, word = "", written = ""] =
      /^(loop|alt|opt|par|critical|break|else|and|option|end)(?:\s+(.*))?$/.exec(text) ?? [];
    if (word === "") return undefined;
    const label = readLabel(written);
    if (label === undefined) return notUnderstood;
    const last = this.#open.at(-1) ?? "";
    if (word === "end") {
      if (this.#open.pop() === undefined || label !== "") return "there is no block to end";
      this.#steps.push({ step: "close" });
    } else if (/^(?:else|and|option)$/.test(word)) {
      if (dividers[last] !== word) return `${word} stands in no block that it could divide`;
      this.#steps.push({ step: "divide", word, label });
    } else {
      this.#open.push(word);
      this.#steps.push({ step: "open", word, label });
    }
    return understood;
  }

  #takeNote(text: string): string | undefined {
    const [, position, first, last, written = ""] = note.exec(text) ?? [];
    if (position === undefined || first === undefined) return undefined;
    const label = readLabel(written);
    const side = toSide(position);
    if (label === undefined || (last !== undefined && side !== "over")) return notUnderstood;
    const actors: Note["actors"] = last === undefined ? [first] : [first, last];
    for (const actor of actors) this.#mention(actor);
    this.#steps.push({ step: "note", side, actors, text: label });
    return understood;
  }

  #takeMessage(text: string): string | undefined {
    const [, from, back, dashes, end = "", mark, to, written = ""] = message.exec(text) ?? [];
    if (from === undefined || to === undefined) return undefined;
    const label = readLabel(written);
    const head = heads[end];
    if (label === undefined || head === undefined || (back !== undefined && head !== "filled")) return notUnderstood;
    this.#mention(from);
    this.#mention(to);
    const isDotted = dashes === "--";
    this.#steps.push({ step: "message", from, to, label, isDotted, head, isTwoWay: back !== undefined });
    if (mark === "+") return this.#activate(to, 1);
    return mark === "-" ? this.#activate(from, -1) : understood;
  }

  #takeActor(text: string): string | undefined {
    const [, kind, whole, written] = declaration.exec(text) ?? [];
    if (whole === undefined) return undefined;
    // `A as Alice` is all of it an id to the expression, which may hold spaces.
    const [id = whole, own] = written === undefined ? whole.split(/\s+as\s+(.*)/s) : [whole, written];
    const label = readLabel(own ?? id);
    if (label === undefined || this.#actors.has(id)) return notUnderstood;
    this.#actors.set(id, { id, label, isPerson: kind === "actor" });
    return understood;
  }

  #takeActivation(text: string): string | undefined {
    const [, word, actor] = activation.exec(text) ?? [];
    if (actor === undefined) return undefined;
    return this.#activate(actor, word === "activate" ? 1 : -1);
  }

  #activate(actor: string, change: 1 | -1): string {
    const depth = (this.#active.get(actor) ?? 0) + change;
    if (depth < 0) return `${actor} is not active`;
    this.#mention(actor);
    this.#active.set(actor, depth);
    this.#steps.push({ step: change > 0 ? "activate" : "deactivate", actor });
    return understood;
  }

  #mention(id: string): void {
    if (!this.#actors.has(id)) this.#actors.set(id, { id, label: id, isPerson: false });
  }
}

/** Nothing to complain of; undefined means that a statement is of another kind. */
const understood = "";

function toSide(position: string): Note["side"] {
  if (/^over$/i.test(position)) return "over";
  return /^left/i.test(position) ? "left" : "right";
}
