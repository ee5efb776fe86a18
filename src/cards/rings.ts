import type { Direction } from "../lib/direction.ts";
import { cardWidth, type Card } from "./card.ts";
import type { Colour } from "./card-colours.ts";

type Circle = { readonly x: number; readonly y: number; readonly radius: number };

/** Two cups have stood here: the writer's and the reader's. They leave their rings where lines end. */
export function toRings({ colours, direction }: Card): string {
  return [
    toStain({ x: mirror(1034, direction), y: 92, radius: 148 }, colours.accent, "accent"),
    toStain({ x: mirror(922, direction), y: 196, radius: 148 }, colours.leaf, "leaf"),
  ].join("");
}

/** The same two as a sign, beside a name; `x` is the left end. */
export function toSign(
  { colours, direction }: Card,
  { x, y, size }: { readonly x: number; readonly y: number; readonly size: number },
): string {
  const radius = size * 0.45;
  const stroke = size * 0.085;
  const [first, second] = direction === "rtl" ? [colours.leaf, colours.accent] : [colours.accent, colours.leaf];
  const circle = (left: number, colour: Colour) =>
    `<circle cx="${round(left + size / 2)}" cy="${round(y)}" r="${round(radius)}" stroke="${colour}"/>`;
  return `<g fill="none" stroke-width="${round(stroke)}">${circle(x, first)}${circle(x + size * 0.6, second)}</g>`;
}

/** How much room the sign takes, for each pixel of its size. */
export const signWidth = 1.6;

/** A ring as a wet cup leaves it: two fine lines and a shade between them, strongest where it dried last. */
function toStain({ x, y, radius }: Circle, colour: Colour, name: string): string {
  const line = `stroke="url(#${name})"`;
  const shade = `stroke="${colour}" stroke-opacity="0.09"`;
  const circle = (share: number, width: number, stroke: string) =>
    `<circle cx="${x}" cy="${y}" r="${round(radius * share)}" stroke-width="${width}" ${stroke}/>`;
  const stops = [0.7, 0.22, 0.62].map(
    (opacity, index) => `<stop offset="${index / 2}" stop-color="${colour}" stop-opacity="${opacity}"/>`,
  );
  const ends = `x1="${x - radius}" y1="${y - radius}" x2="${x + radius}" y2="${y + radius}"`;
  return [
    `<linearGradient id="${name}" gradientUnits="userSpaceOnUse" ${ends}>${stops.join("")}</linearGradient>`,
    `<g fill="none">${circle(1, 3.5, line)}${circle(0.948, 10, shade)}${circle(0.9, 2.5, line)}</g>`,
  ].join("");
}

/** The mirror image of a place, where lines begin at the right. */
function mirror(x: number, direction: Direction): number {
  return direction === "rtl" ? cardWidth - x : x;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
