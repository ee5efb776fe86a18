import type { PhrasingContent } from "mdast";
import type { Mark, Marks } from "./mark.ts";

export type Run =
  | { readonly marks: Marks; readonly text: string }
  | {
      readonly marks: Marks;
      readonly node: PhrasingContent;
      /** Of a picture that text flowed around, or that stood in the middle: it was no part of a line. */
      readonly isAside?: boolean;
    };

/**
 * The pieces of one paragraph, each with all that it stands in: flat, so that a paragraph can end anywhere, in bold
 * or in a link, and the next one goes on in it. White space is collapsed as a browser does it.
 */
export class Runs {
  readonly #runs: Run[] = [];
  #endsInSpace = true;

  get isEmpty(): boolean {
    return this.#runs.every((run) => ("text" in run ? run.text.trim() === "" : run.node.type === "break"));
  }

  text(text: string, marks: Marks): void {
    let collapsed = /[\t\n\f\r]| {2}/.test(text) ? text.replace(/[ \t\n\f\r]+/g, " ") : text;
    if (this.#endsInSpace && collapsed.startsWith(" ")) collapsed = collapsed.slice(1);
    if (collapsed === "") return;
    this.#endsInSpace = collapsed.endsWith(" ");
    this.#runs.push({ marks, text: collapsed });
  }

  node(node: PhrasingContent, marks: Marks, isAside = false): void {
    this.#endsInSpace = false;
    this.#runs.push({ marks, node, isAside });
  }

  /** Space around it is not seen. */
  break(marks: Marks, node: PhrasingContent = { type: "break" }): void {
    this.#trimEnd();
    this.node(node, marks);
    this.#endsInSpace = true;
  }

  /** All that was added, without breaks and spaces at its ends. */
  take(): Run[] {
    const runs = this.#runs.splice(0);
    this.#endsInSpace = true;
    return trimRuns(runs);
  }

  #trimEnd(): void {
    const last = this.#runs.at(-1);
    if (!last || !("text" in last)) return;
    this.#runs.pop();
    const text = last.text.replace(/ +$/, "");
    if (text !== "") this.#runs.push({ marks: last.marks, text });
    else this.#trimEnd();
  }
}

/** markdown-it takes every space off a paragraph's ends, non-breaking ones too. */
export function trimRuns(runs: readonly Run[]): Run[] {
  let start = 0;
  let end = runs.length;
  while (start < end && isBlank(runs[start])) start += 1;
  while (end > start && isBlank(runs[end - 1])) end -= 1;
  const trimmed = runs.slice(start, end);
  trimAt(trimmed, 0, (text) => text.trimStart());
  trimAt(trimmed, trimmed.length - 1, (text) => text.trimEnd());
  return trimmed;
}

export function isBlank(run: Run | undefined): boolean {
  if (!run) return false;
  return "text" in run ? run.text.trim() === "" : run.node.type === "break";
}

function trimAt(runs: Run[], index: number, trim: (text: string) => string): void {
  const run = runs[index];
  if (run && "text" in run) runs[index] = { marks: run.marks, text: trim(run.text) };
}

/** The tree of them: what stands next to each other in the same mark shares it. Spaces at a mark's ends stand outside. */
export function toPhrasing(runs: readonly Run[], depth = 0): PhrasingContent[] {
  const result: PhrasingContent[] = [];
  let index = 0;
  while (index < runs.length) {
    const run = runs[index];
    const mark = run?.marks[depth];
    if (!run || !mark) {
      if (run) addPlain(result, run);
      index += 1;
      continue;
    }
    let end = index + 1;
    while (end < runs.length && isSame(runs[end]?.marks[depth], mark)) end += 1;
    addMarked(result, mark, { runs: runs.slice(index, end), depth });
    index = end;
  }
  return result;
}

function isSame(one: Mark | undefined, other: Mark): boolean {
  return one === other || (one !== undefined && one.kind === other.kind && one.kind !== "tag" && one.kind !== "link");
}

function addPlain(result: PhrasingContent[], run: Run): void {
  if ("text" in run) return addText(result, run.text);
  const last = result.at(-1);
  // Code beside code would be neither.
  if (run.node.type === "inlineCode" && last?.type === "inlineCode")
    result[result.length - 1] = { ...last, value: last.value + run.node.value };
  else result.push(run.node);
}

function addText(result: PhrasingContent[], text: string): void {
  if (text === "") return;
  const last = result.at(-1);
  if (last?.type === "text") last.value += text;
  else result.push({ type: "text", value: text });
}

type Group = { readonly runs: readonly Run[]; readonly depth: number };

function addMarked(result: PhrasingContent[], mark: Mark, { runs, depth }: Group): void {
  if (mark.kind === "tag") {
    result.push({ type: "html", value: mark.open });
    for (const node of toPhrasing(runs, depth + 1)) result.push(node);
    result.push({ type: "html", value: `</${mark.name}>` });
    return;
  }
  const { before, inside, after } = splitSpaces(runs);
  addBlank(result, before);
  if (inside.length > 0) {
    const children = toPhrasing(inside, depth + 1);
    if (mark.kind === "link")
      result.push({ type: "link", url: mark.url, title: mark.title ?? null, children: asLinkText(children) });
    else result.push({ type: mark.kind, children });
  }
  addBlank(result, after);
}

function addBlank(result: PhrasingContent[], runs: readonly Run[]): void {
  for (const run of runs) addPlain(result, run);
}

/** Nothing of ours makes links in links: a mark is there once. */
function asLinkText(children: PhrasingContent[]): Exclude<PhrasingContent, { type: "link" | "linkReference" }>[] {
  return children.filter((child) => child.type !== "link" && child.type !== "linkReference");
}

/** Emphasis begins and ends with what is seen. */
function splitSpaces(runs: readonly Run[]): { before: Run[]; inside: Run[]; after: Run[] } {
  let start = 0;
  let end = runs.length;
  while (start < end && isBlank(runs[start])) start += 1;
  while (end > start && isBlank(runs[end - 1])) end -= 1;
  const before = runs.slice(0, start);
  const after = runs.slice(end);
  const inside = runs.slice(start, end);
  const first = inside[0];
  if (first && "text" in first) {
    const text = first.text.trimStart();
    if (text !== first.text) {
      before.push({ marks: [], text: first.text.slice(0, first.text.length - text.length) });
      inside[0] = { marks: first.marks, text };
    }
  }
  const last = inside.at(-1);
  if (last && "text" in last) {
    const text = last.text.trimEnd();
    if (text !== last.text) {
      after.unshift({ marks: [], text: last.text.slice(text.length) });
      inside[inside.length - 1] = { marks: last.marks, text };
    }
  }
  return { before, inside, after };
}
