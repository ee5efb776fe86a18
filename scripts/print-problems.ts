import { formatProblem, isError, sortProblems, type Problem } from "../src/lib/problem.ts";

/** All problems on stderr, in the order of files and lines. */
export function printProblems(problems: readonly Problem[]): void {
  for (const problem of sortProblems(problems)) process.stderr.write(`${formatProblem(problem)}\n`);
}

/** `2 errors in 1 file` */
export function countErrors(problems: readonly Problem[]): string {
  const errors = problems.filter(isError);
  const files = new Set(errors.map(({ file }) => file));
  return `${count(errors.length, "error")} in ${count(files.size, "file")}`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
