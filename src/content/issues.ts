import { z } from "zod";
import type { Problem, Severity } from "../lib/problem.ts";
import { show } from "../lib/show.ts";
import { suggest } from "../lib/suggest.ts";
import type { Locate } from "./yaml-locator.ts";

const params = z.object({ id: z.string(), remedy: z.string() });

/** Problems from zod issues that `field.ts` made. */
export function toProblems(error: z.ZodError, file: string, locate: Locate): Problem[] {
  return error.issues.map((issue) => {
    const { id, remedy } = params.parse("params" in issue ? issue.params : undefined);
    const path = issue.path.map((step) => (typeof step === "number" ? step : String(step)));
    return problemAt({ id, severity: "error", file, message: issue.message, remedy }, locate, path);
  });
}

type Unplaced = Omit<Problem, "line" | "column">;

/** A problem at the place of a key or value. */
export function problemAt(
  problem: Unplaced,
  locate: Locate,
  path: readonly (string | number)[],
  part: "key" | "value" = "value",
): Problem {
  return { ...problem, ...locate(path, part) };
}

type Keys = {
  readonly known: readonly string[];
  readonly id: string;
  readonly severity: Severity;
  /** What other engines call a key, and what it is called here. */
  readonly foreign?: Readonly<Record<string, string>>;
};

/** One problem for each key that nobody reads, with the key that was probably meant. */
export function findUnknownKeys(
  data: Readonly<Record<string, unknown>>,
  { known, id, severity, foreign = {} }: Keys,
  file: string,
  locate: Locate,
): Problem[] {
  const unknown = Object.keys(data).filter((key) => !known.includes(key));
  return unknown.map((key) => {
    const meant = Object.hasOwn(foreign, key) ? foreign[key] : suggest(key, known);
    const remedy = meant ? `Did you mean \`${meant}\`?` : "Remove it, or check its spelling.";
    const message = `unknown key (found \`${show(key)}\`)`;
    return problemAt({ id, severity, file, message, remedy }, locate, [key], "key");
  });
}
