export type Severity = "error" | "warning";

/** An author's or owner's mistake, as data: collected over a whole run and printed once. */
export type Problem = {
  /** Stable name for documentation, tests and settings, in kebab case: `date-invalid`. */
  readonly id: string;
  readonly severity: Severity;
  /** Path relative to the working directory. */
  readonly file: string;
  /** From 1; a missing key or a whole file is 1:1. */
  readonly line: number;
  readonly column: number;
  /** What is wrong and, in brackets, what was found; no full stop. */
  readonly message: string;
  /** What to do, as a sentence. */
  readonly remedy: string;
  /** The remedy as `npm run check -- --fix` carries it out, where that is safe. */
  readonly fix?: Fix;
};

/** A change of front matter: another text for a value, or more items for a list. */
export type Fix =
  | {
      readonly kind: "replace";
      readonly path: readonly [key: string, index?: number];
      readonly found: string;
      readonly value: string;
    }
  | { readonly kind: "add"; readonly key: string; readonly values: readonly string[] };

/** `file:line:column: what is wrong (what was found). What to do.` */
export function formatProblem(problem: Problem): string {
  const { file, line, column, severity, message, remedy } = problem;
  const mark = severity === "warning" ? "warning: " : "";
  return `${file}:${line}:${column}: ${mark}${message}. ${remedy}`;
}

export function isError(problem: Problem): boolean {
  return problem.severity === "error";
}

/** Sorted by file, then position, then id, so that the same blog always prints the same report. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  return [...problems].sort(
    (a, b) =>
      compareText(a.file, b.file) ||
      a.line - b.line ||
      a.column - b.column ||
      compareText(a.id, b.id) ||
      compareText(a.message, b.message),
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
