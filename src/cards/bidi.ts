import type { Direction } from "../lib/direction.ts";
import { toBidiClass, toBracket, type BidiClass } from "./bidi-class.ts";

/**
 * The implicit part of Unicode's bidirectional algorithm (UAX #9): a level for each character of a line, odd where text
 * runs from the right. The explicit part is not needed: cards take embeddings, overrides and isolates out of a text.
 */
export function toLevels(characters: readonly string[], direction: Direction): number[] {
  const base = direction === "rtl" ? 1 : 0;
  const classes = characters.map(toBidiClass);
  const marks = classes.map((found) => found === "NSM");
  resolveWeak(classes, base);
  resolveBrackets(characters, classes, { base, marks });
  resolveNeutral(classes, base);
  return classes.map((found) => toLevel(found, base));
}

/** Parts of a line from left to right, as they are seen; `from` and `to` as in `slice`. */
export type VisualRun = { readonly from: number; readonly to: number; readonly level: number };

/** Orders what has one level each (rule L2). */
export function toVisualRuns(levels: readonly number[], from: number, to: number): VisualRun[] {
  const runs: VisualRun[] = [];
  for (let start = from; start < to;) {
    const level = levels[start] ?? 0;
    let end = start + 1;
    while (end < to && levels[end] === level) end += 1;
    runs.push({ from: start, to: end, level });
    start = end;
  }
  for (let level = Math.max(0, ...runs.map((run) => run.level)); level > 0; level -= 1) reverseFrom(runs, level);
  return runs;
}

function reverseFrom(runs: VisualRun[], level: number): void {
  for (let start = 0; start < runs.length; start += 1) {
    let end = start;
    while ((runs[end]?.level ?? -1) >= level) end += 1;
    runs.splice(start, end - start, ...runs.slice(start, end).toReversed());
    start = end;
  }
}

/** By its first letter; `undefined` where there is none. */
export function findDirection(text: string): Direction | undefined {
  for (const character of text) {
    const found = toBidiClass(character);
    if (found === "L") return "ltr";
    if (found === "R" || found === "AL") return "rtl";
  }
  return undefined;
}

/** Rules W1 to W7: what marks, digits and the signs around them belong to. */
function resolveWeak(classes: BidiClass[], base: number): void {
  const strong = toStrong(base);
  replace(classes, (found, index) => (found === "NSM" ? (classes[index - 1] ?? strong) : found));
  let last: BidiClass = strong;
  replace(classes, (found) => {
    if (found === "L" || found === "R" || found === "AL") last = found;
    return found === "EN" && last === "AL" ? "AN" : found;
  });
  replace(classes, (found) => (found === "AL" ? "R" : found));
  replace(classes, (found, index) => {
    const before = classes[index - 1];
    const isBetween = before === classes[index + 1];
    if (found === "ES" && isBetween && before === "EN") return "EN";
    return found === "CS" && isBetween && (before === "EN" || before === "AN") ? before : found;
  });
  resolveTerminators(classes);
  last = strong;
  replace(classes, (found) => {
    if (found === "L" || found === "R") last = found;
    if (found === "EN" && last === "L") return "L";
    return found === "ES" || found === "ET" || found === "CS" ? "ON" : found;
  });
}

/** Rule W5: `%` and `€` belong to the number that they touch. */
function resolveTerminators(classes: BidiClass[]): void {
  for (let start = 0; start < classes.length; start += 1) {
    if (classes[start] !== "ET") continue;
    let end = start;
    while (classes[end] === "ET") end += 1;
    if (classes[start - 1] === "EN" || classes[end] === "EN") classes.fill("EN", start, end);
    start = end;
  }
}

type BracketContext = { readonly base: number; readonly marks: readonly boolean[] };

/** Rule N0: a pair of brackets goes with what it holds. */
function resolveBrackets(characters: readonly string[], classes: BidiClass[], { base, marks }: BracketContext): void {
  const embedding = toStrong(base);
  for (const [open, close] of findPairs(characters, classes)) {
    const inside = classes.slice(open + 1, close).map(toDirectionClass);
    const before =
      classes
        .slice(0, open)
        .map(toDirectionClass)
        .findLast((found) => found !== undefined) ?? embedding;
    const found = inside.includes(embedding) ? embedding : inside.some(Boolean) ? before : undefined;
    if (found === undefined) continue;
    for (const index of [open, close]) {
      classes[index] = found;
      for (let next = index + 1; marks[next]; next += 1) classes[next] = found;
    }
  }
}

function findPairs(characters: readonly string[], classes: readonly BidiClass[]): [open: number, close: number][] {
  const open: { readonly index: number; readonly other: string }[] = [];
  const pairs: [number, number][] = [];
  for (const [index, character] of characters.entries()) {
    const bracket = classes[index] === "ON" ? toBracket(character) : undefined;
    if (bracket?.opens) open.push({ index, other: bracket.other });
    if (!bracket || bracket.opens) continue;
    const partner = open.findLastIndex(({ other }) => other === character);
    if (partner < 0) continue;
    pairs.push([open[partner]?.index ?? 0, index]);
    open.length = partner;
  }
  return pairs.sort((a, b) => a[0] - b[0]);
}

/** Rules N1 and N2: what has no direction goes with its neighbours where they agree, else with the line. */
function resolveNeutral(classes: BidiClass[], base: number): void {
  const embedding = toStrong(base);
  const isNeutral = (index: number) => classes[index] === "ON" || classes[index] === "WS";
  for (let start = 0; start < classes.length; start += 1) {
    if (!isNeutral(start)) continue;
    let end = start;
    while (isNeutral(end)) end += 1;
    const before = toDirectionClass(classes[start - 1]) ?? embedding;
    const after = toDirectionClass(classes[end]) ?? embedding;
    classes.fill(before === after ? before : embedding, start, end);
    start = end;
  }
}

/** Numbers count as what they stand in: text from the right. */
function toDirectionClass(found: BidiClass | undefined): "L" | "R" | undefined {
  if (found === "L") return "L";
  return found === "R" || found === "EN" || found === "AN" ? "R" : undefined;
}

function toLevel(found: BidiClass, base: number): number {
  if (base === 1) return found === "R" ? 1 : 2;
  if (found === "R") return 1;
  return found === "L" ? 0 : 2;
}

function toStrong(base: number): "L" | "R" {
  return base === 1 ? "R" : "L";
}

function replace(classes: BidiClass[], change: (found: BidiClass, index: number) => BidiClass): void {
  for (const [index, found] of classes.entries()) classes[index] = change(found, index);
}
