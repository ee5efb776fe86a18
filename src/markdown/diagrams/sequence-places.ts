import type { Actor, Message, Note, Sequence } from "./diagram.ts";
import { toTextWidth } from "./text-width.ts";

export const sizes = {
  name: 13,
  text: 12,
  line: 16,
  /** Between the edge of the picture and what is in it. */
  margin: 8,
  actorHeight: 40,
  actorPadding: 14,
  /** Between the boxes of two actors, and beside the words between two lifelines. */
  gap: 20,
  loop: 30,
  notePadding: 9,
} as const;

/** Where the lifelines stand, and what lies left and right of them. */
export type Columns = {
  readonly xOf: (actor: string) => number;
  readonly widthOf: (actor: string) => number;
  readonly width: number;
};

/** As close together as names, messages and notes allow. */
export function placeActors({ actors, steps }: Sequence): Columns {
  const index = new Map(actors.map(({ id }, position) => [id, position]));
  const indexOf = (id: string): number => index.get(id) ?? 0;
  const widths = actors.map(toActorWidth);
  const distances = actors.map((_actor, position) => {
    const half = (widths[position] ?? 0) / 2;
    return position === 0 ? half : (widths[position - 1] ?? 0) / 2 + half + sizes.gap;
  });
  /** By the column on the right: how far it must be from one on its left. */
  const needs: { from: number; to: number; distance: number }[] = [];
  let right = 0;
  const need = (from: number, to: number, distance: number): void => {
    if (to >= actors.length) right = Math.max(right, distance - (widths[from] ?? 0) / 2);
    else needs.push({ from, to, distance });
  };
  let left = 0;
  for (const step of steps) {
    if (step.step === "message") needForMessage(step, indexOf, need);
    if (step.step === "note") left = Math.max(left, needForNote(step, indexOf, need) - (widths[0] ?? 0) / 2);
  }
  const xs: number[] = [];
  actors.forEach((_actor, position) => {
    const least = needs.filter(({ to }) => to === position).map(({ from, distance }) => (xs[from] ?? 0) + distance);
    xs.push(Math.max((xs[position - 1] ?? left + blockRoom(steps)) + (distances[position] ?? 0), ...least));
  });
  const last = (xs.at(-1) ?? 0) + (widths.at(-1) ?? 0) / 2;
  return {
    xOf: (id) => xs[indexOf(id)] ?? 0,
    widthOf: (id) => widths[indexOf(id)] ?? 0,
    width: last + right + blockRoom(steps),
  };
}

/** Blocks within blocks stand out over each other. */
function blockRoom(steps: Sequence["steps"]): number {
  let depth = 0;
  let deepest = 0;
  for (const { step } of steps) {
    if (step === "open") depth += 1;
    if (step === "close") depth -= 1;
    deepest = Math.max(deepest, depth);
  }
  return sizes.margin * (deepest + 1);
}

function toActorWidth({ label }: Actor): number {
  return Math.max(64, widestLine(label, sizes.name) + 2 * sizes.actorPadding);
}

export function toNoteWidth({ text }: Note): number {
  return widestLine(text, sizes.text) + 2 * sizes.notePadding;
}

export function widestLine(label: string, size: number): number {
  return Math.max(...label.split("\n").map((line) => toTextWidth(line, size)));
}

type Need = (from: number, to: number, distance: number) => void;

function needForMessage({ from, to, label }: Message, indexOf: (id: string) => number, need: Need): void {
  const width = widestLine(label, sizes.text) + sizes.gap;
  const [left = 0, right = 0] = [indexOf(from), indexOf(to)].toSorted((a, b) => a - b);
  if (left === right) need(left, left + 1, sizes.loop + 8 + width);
  else need(left, right, width + sizes.gap);
}

/** Returns what the note needs left of the first actor. */
function needForNote(note: Note, indexOf: (id: string) => number, need: Need): number {
  const width = toNoteWidth(note) + sizes.gap;
  const columns = note.actors.map(indexOf).toSorted((a, b) => a - b);
  const [first = 0, last = first] = columns;
  if (first !== last) {
    need(first, last, width - 2 * sizes.gap);
    return 0;
  }
  const share = note.side === "over" ? width / 2 : width;
  if (note.side !== "left") need(first, first + 1, share);
  if (note.side === "right") return 0;
  if (first > 0) need(first - 1, first, share);
  return first === 0 ? share : 0;
}
