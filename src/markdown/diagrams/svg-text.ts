import { toHtmlText } from "../html/html-text.ts";
import type { Head } from "./diagram.ts";

export type Point = readonly [x: number, y: number];

/** One decimal is finer than a screen's pixel. */
export function toNumber(value: number): string {
  return String(Math.round(value * 10) / 10);
}

export function toPoints(points: readonly Point[]): string {
  return points.map((point) => point.map(toNumber).join(",")).join(" ");
}

/** The inverse of `toPoints`. */
export function pointsOf(text: string): Point[] {
  return text
    .trim()
    .split(/\s+/)
    .map((pair) => {
      const [x = 0, y = 0] = pair.split(",").map(Number);
      return [x, y];
    });
}

/** ` name="value"` for each number. */
export function toGeometry(values: Readonly<Record<string, number>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${toNumber(value)}"`)
    .join("");
}

/** A line of text; its middle stands at `x` unless the class says otherwise, its baseline at `y`. */
export function toText([x, y]: Point, text: string, className = ""): string {
  const attribute = className === "" ? "" : ` class="${className}"`;
  return `<text${attribute}${toGeometry({ x, y })}>${toHtmlText(text)}</text>`;
}

const headLength = 8;
const headHalf = 3.5;

/** The head of an arrow that comes from one point and ends in another: no markers, whose ids would clash on a page. */
export function toHead(from: Point, tip: Point, head: Head): string {
  if (head === "none") return "";
  const at = (along: number, across: number) => toPoints([moveFrom(tip, from, along, across)]);
  if (head === "cross") {
    const arm = headHalf + 1;
    return `<path d="M${at(9, -arm)}L${at(0, arm)}M${at(9, arm)}L${at(0, -arm)}"/>`;
  }
  const line = `M${at(headLength, headHalf)}L${at(0, 0)}L${at(headLength, -headHalf)}`;
  return head === "filled" ? `<path class="head" d="${line}z"/>` : `<path d="${line}"/>`;
}

/** A point so far from the first towards the second, and so far to the side. */
export function moveFrom(start: Point, towards: Point, along: number, across = 0): Point {
  const [x, y] = start;
  const dx = towards[0] - x;
  const dy = towards[1] - y;
  const length = Math.hypot(dx, dy) || 1;
  return [x + (dx * along - dy * across) / length, y + (dy * along + dx * across) / length];
}
