import { accessSync, chmodSync, constants, readFileSync, realpathSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { editFrontMatter } from "../content/edit-front-matter.ts";
import { writeAtomically } from "../files/atomic-file.ts";
import type { Fix, Problem } from "../lib/problem.ts";

export type FixReport = {
  /** What was written, a line each: `posts/tea.md: tags: Javascript is JavaScript now`. */
  readonly done: readonly string[];
  /** Files that were left as they are, and why. */
  readonly left: readonly string[];
};

type Fixable = Problem & { readonly fix: Fix };

/** Carries out the remedies that are safe, each file whole or not at all. */
export function fixProblems(problems: readonly Problem[]): FixReport {
  const byFile = new Map<string, Fixable[]>();
  for (const problem of problems.filter(isFixable)) {
    byFile.set(problem.file, [...(byFile.get(problem.file) ?? []), problem]);
  }
  const done: string[] = [];
  const left: string[] = [];
  for (const [file, own] of byFile) {
    const outcome = fixFile(
      file,
      own.map(({ fix }) => fix),
    );
    if (typeof outcome === "string") left.push(`${file}: left as it is, because ${outcome}`);
    else done.push(...outcome.map((fix) => `${file}: ${describe(fix)}`));
  }
  return { done, left };
}

function isFixable(problem: Problem): problem is Fixable {
  return problem.fix !== undefined;
}

/** The fixes that were written, or why there were none. */
function fixFile(display: string, fixes: readonly Fix[]): readonly Fix[] | string {
  // A link stays a link.
  const file = realpathSync(resolve(display));
  const bytes = readFileSync(file);
  const before = decode(bytes);
  if (before === undefined) return "it is not UTF-8 text";
  let text = before;
  // From the end of each list on: where one item goes, those before it stay where they are.
  const made = new Set<Fix>();
  for (const fix of fixes.toSorted((a, b) => toIndex(b) - toIndex(a))) {
    const edited = editFrontMatter(text, fix);
    text = edited ?? text;
    if (edited !== undefined) made.add(fix);
  }
  if (made.size === 0) return "its front matter is not written so that a change would be sure to be right";
  if (!isWritable(file)) return "it may not be written to";
  // The author may have saved it just now.
  if (!readFileSync(file).equals(bytes)) return "it was changed meanwhile";
  const { mode } = statSync(file);
  writeAtomically(file, text);
  chmodSync(file, mode);
  return fixes.filter((fix) => made.has(fix));
}

function toIndex(fix: Fix): number {
  return fix.kind === "replace" ? (fix.path[1] ?? 0) : 0;
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function isWritable(file: string): boolean {
  try {
    accessSync(file, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function describe(fix: Fix): string {
  if (fix.kind === "add") return `${fix.key}: added ${fix.values.join(", ")}`;
  return `${fix.path[0]}: ${fix.found} is ${fix.value} now`;
}
