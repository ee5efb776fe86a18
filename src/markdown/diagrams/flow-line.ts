import type { Link, LineStyle, Shape } from "./diagram.ts";
import type { FlowchartBuilder } from "./flowchart-builder.ts";
import { readLabel } from "./read-label.ts";

/** Longer openings first. A label in quotes may hold the closing bracket. */
const shapes: readonly (readonly [open: string, close: string, shape: Shape])[] = [
  ["(((", ")))", "doublecircle"],
  ["([", "])", "stadium"],
  ["((", "))", "circle"],
  ["[[", "]]", "subroutine"],
  ["[(", ")]", "cylinder"],
  ["[/", "\\]", "trapezoid"],
  ["[\\", "/]", "trapezoid-alt"],
  ["{{", "}}", "hexagon"],
  ["[", "]", "rectangle"],
  ["(", ")", "rounded"],
  ["{", "}", "diamond"],
  [">", "]", "asymmetric"],
];

const nodeId = /[\p{L}\p{N}_]+(?:[-.][\p{L}\p{N}_]+)*/uy;
const styleClass = /:::[\w-]+/y;
const space = /\s*/y;
/** `-->`, `---`, `-.->`, `==>`, longer ones, and with `<` both ways; not `---o` and `---x`, which end otherwise. */
const plainLink =
  /(?<start><)?(?:(?<solid>--+)(?:>|-(?![ox]))|(?<dotted>-\.+-)(?:>|(?![ox]))|(?<thick>==+)(?:>|=(?![ox])))(?:\|(?<label>[^|]*)\|)?/y;
/** `-- text -->`, `-. text .->`, `== text ==>`. */
const openLink =
  /(?<start><)?(?<opening>--|-\.|==)\s+(?<label>"[^"]*"|[^-=.].*?)\s+(?:(?<solid>--+)(?:>|-(?![ox]))|(?<dotted>\.+-)(?:>|(?![ox]))|(?<thick>==+)(?:>|=(?![ox])))/y;

/** One line of a flowchart: nodes, and links between them: `A & B --> C -- text --> D`. */
export class FlowLine {
  readonly #text: string;
  readonly #builder: FlowchartBuilder;
  #position = 0;

  constructor(text: string, builder: FlowchartBuilder) {
    this.#text = text;
    this.#builder = builder;
  }

  /** Whether all of it was understood. */
  read(): boolean {
    let from = this.#readNodes();
    while (from && this.#position < this.#text.length) {
      const link = this.#readLink();
      const to = link && this.#readNodes();
      if (!link || !to) return false;
      for (const source of from) for (const target of to) this.#builder.addLink({ ...link, from: source, to: target });
      from = to;
    }
    return from !== undefined;
  }

  #readNodes(): string[] | undefined {
    const ids: string[] = [];
    do {
      const id = this.#readNode();
      if (id === undefined) return undefined;
      ids.push(id);
    } while (this.#skip("&"));
    return ids;
  }

  #readNode(): string | undefined {
    this.#match(space);
    const [id] = this.#match(nodeId) ?? [];
    if (id === undefined || id === "end") return undefined;
    const shape = shapes.find(([open]) => this.#text.startsWith(open, this.#position));
    if (!shape) this.#builder.mention(id);
    else if (!this.#readShape(id, shape)) return undefined;
    this.#match(styleClass);
    this.#match(space);
    return id;
  }

  #readShape(id: string, [open, close, shape]: (typeof shapes)[number]): boolean {
    const start = this.#position + open.length;
    const [quoted = ""] = /^\s*"[^"]*"\s*/.exec(this.#text.slice(start)) ?? [];
    const end = this.#text.indexOf(close, start + quoted.length);
    const written = this.#text.slice(start, end);
    // Brackets in a label without quotes are a mistake in mermaid, or another shape, such as `[/text/]`.
    if (end < 0 || (quoted === "" && /[[\](){}"]|^[/\\]|[/\\]$/.test(written))) return false;
    const label = readLabel(written);
    if (label === undefined) return false;
    this.#position = end + close.length;
    this.#builder.define({ id, label, shape });
    return true;
  }

  #readLink(): Omit<Link, "from" | "to"> | undefined {
    const found = this.#match(openLink) ?? this.#match(plainLink);
    const { start, opening, solid, dotted, thick, label: written = "" } = found?.groups ?? {};
    const label = readLabel(written);
    if (!found || label === undefined) return undefined;
    const isMatched = opening === undefined || { "--": solid, "-.": dotted, "==": thick }[opening] !== undefined;
    // The words of `-- text -->` hold no other link.
    if (!isMatched || (opening !== undefined && /--|==|-\.|\.-/.test(written))) return undefined;
    const operator = found[0].replace(/\|[^|]*\|$/, "");
    return {
      label,
      line: toLine(dotted, thick),
      startsWithArrow: start !== undefined,
      endsWithArrow: operator.endsWith(">"),
    };
  }

  #skip(mark: string): boolean {
    if (!this.#text.startsWith(mark, this.#position)) return false;
    this.#position += mark.length;
    return true;
  }

  #match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#position;
    const match = pattern.exec(this.#text);
    if (match) this.#position = pattern.lastIndex;
    return match;
  }
}

function toLine(dotted: string | undefined, thick: string | undefined): LineStyle {
  if (dotted !== undefined) return "dotted";
  return thick === undefined ? "solid" : "thick";
}
