import type { Actor, Sequence } from "./diagram.ts";
import { type Columns, sizes } from "./sequence-places.ts";
import { type Point, toGeometry, toPoints, toText } from "./svg-text.ts";

/** How high the names at the top are. */
export function toHeadHeight({ actors }: Sequence): number {
  const lines = Math.max(...actors.map(({ label }) => label.split("\n").length));
  const hasPerson = actors.some(({ isPerson }) => isPerson);
  return Math.max(sizes.actorHeight, (hasPerson ? 30 : 16) + lines * sizes.line);
}

/** Those who take part, each with a lifeline down to `bottom`. */
export function drawActors(sequence: Sequence, columns: Columns, bottom: number): string {
  const height = toHeadHeight(sequence);
  return sequence.actors
    .map((actor) => {
      const life: Point = [columns.xOf(actor.id), sizes.margin + height];
      return `<path class="life" d="M${toPoints([life])}V${Math.round(bottom)}"/>${drawActor(actor, columns, height)}`;
    })
    .join("");
}

function drawActor({ id, label, isPerson }: Actor, columns: Columns, height: number): string {
  const x = columns.xOf(id);
  const width = columns.widthOf(id);
  const top = sizes.margin;
  const names = label.split("\n").length * sizes.line;
  const middle = isPerson ? top + height - names / 2 : top + height / 2;
  const shoulders = `M${toPoints([[x - 9, top + 24]])}a9,9 0 0 1 18,0`;
  const head = `M${toPoints([[x - 5, top + 7]])}a5,5 0 1 0 10,0a5,5 0 1 0 -10,0`;
  const shape = isPerson
    ? `<path d="${shoulders}${head}"/>`
    : `<rect${toGeometry({ x: x - width / 2, y: top, width, height, rx: 3 })}/>`;
  return `<g class="node">${shape}${toLines([x, middle], label, sizes.name)}</g>`;
}

/** Lines around a middle. */
export function toLines([x, y]: Point, label: string, size: number, className = ""): string {
  const lines = label.split("\n");
  const first = y - ((lines.length - 1) * sizes.line) / 2 + size * 0.35;
  return lines.map((line, index) => toText([x, first + index * sizes.line], line, className)).join("");
}
