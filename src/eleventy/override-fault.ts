import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { isRecord } from "../lib/is-record.ts";
import { formatProblem, type Problem } from "../lib/problem.ts";
import { show } from "../lib/show.ts";
import { toDisplayPath } from "./blog-folder.ts";
import { enginePath } from "./engine.ts";
import type { SitePlan } from "./site-plan.ts";
import { toDocument } from "./to-document.ts";

/** Where overrides are loaded, wherever the owner's folder is. */
const place = `${enginePath("overrides/components")}/`;

/**
 * What a component of the owner's threw, at its first line in the stack; undefined where none of the owner's is in it.
 * `folder` is the owner's `overrides/components`.
 */
export function toOverrideFault(error: unknown, folder: string | undefined): Problem | undefined {
  if (folder === undefined) return undefined;
  const cause = toInnermost(error);
  const own = cause instanceof Error ? findOwnLine(cause.stack ?? "", `${folder}/`) : undefined;
  if (!own || !(cause instanceof Error)) return undefined;
  const message = `the component cannot be shown (${show(cause.message)})`;
  const remedy = "Correct it, or take the file away: the engine's own component is shown then.";
  return { id: "override-fault", severity: "error", ...own, message, remedy };
}

/** Where the owner has components, one page of each kind is rendered: most of what they throw, they throw there. */
export function tryOverrides({ routes, context, hasOverrides }: SitePlan, folder: string | undefined): Problem[] {
  if (!hasOverrides) return [];
  const faults = new Map<string, Problem>();
  for (const own of routes.values()) {
    const route = own.find(({ permalink, leadsTo }) => leadsTo === undefined && /(?:\/|\.html)$/.test(permalink));
    try {
      if (route) toDocument(route, context);
    } catch (error) {
      const fault = toOverrideFault(error, folder);
      if (!fault) throw error;
      faults.set(formatProblem(fault), fault);
    }
  }
  return [...faults.values()];
}

/** What was thrown first: Eleventy packs it into errors of its own. */
export function toInnermost(error: unknown): unknown {
  let inner = error;
  for (let depth = 0; depth < 10 && isRecord(inner); depth++) {
    const next = inner.originalError ?? inner.cause;
    if (!(next instanceof Error)) break;
    inner = next;
  }
  return inner;
}

type Line = Pick<Problem, "file" | "line" | "column">;

function findOwnLine(stack: string, folder: string): Line | undefined {
  for (const [, written = "", line, column] of stack.matchAll(/(?:\(|at |async )([^()\n]+?):(\d+):(\d+)\)?$/gm)) {
    const path = toPath(written);
    const base = [folder, place].find((known) => path.startsWith(known));
    if (base === undefined) continue;
    const file = toDisplayPath(join(folder, path.slice(base.length)));
    return { file, line: Number(line), column: Number(column) };
  }
  return undefined;
}

/** Without what a loader puts behind it. */
function toPath(written: string): string {
  const path = written.replace(/[?#].*$/, "");
  return path.startsWith("file:") && URL.canParse(path) ? fileURLToPath(path) : path;
}
