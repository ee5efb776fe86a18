import { expect, test } from "vitest";
import { formatProblem, isError, sortProblems, type Problem } from "../../src/lib/problem.ts";

const problem: Problem = {
  id: "tag-case",
  severity: "error",
  file: "posts/a.md",
  line: 3,
  column: 7,
  message: "what is wrong (what was found)",
  remedy: "What to do.",
};

test("a problem is printed with its place first", () => {
  expect(formatProblem(problem)).toBe("posts/a.md:3:7: what is wrong (what was found). What to do.");
  expect(isError(problem)).toBe(true);
});

test("a warning says that it is one, after the position", () => {
  const warning: Problem = { ...problem, severity: "warning" };
  expect(formatProblem(warning)).toBe("posts/a.md:3:7: warning: what is wrong (what was found). What to do.");
  expect(isError(warning)).toBe(false);
});

test("problems are sorted by file, then position, as numbers", () => {
  const at = (file: string, line: number, column: number): Problem => ({ ...problem, file, line, column });
  const sorted = [at("a.md", 2, 1), at("a.md", 10, 1), at("a.md", 10, 3), at("b.md", 1, 1)];
  expect(sortProblems(sorted.toReversed())).toEqual(sorted);
});
