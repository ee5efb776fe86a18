import type { Run } from "./runs.ts";
import { isBlank, trimRuns } from "./runs.ts";

/** Pictures that stood beside a paragraph, at its beginning or end, get a paragraph of their own. */
export function splitPictures(runs: readonly Run[]): (readonly Run[])[] {
  let start = 0;
  while (start < runs.length && (isAside(runs[start]) || isBlank(runs[start]))) start += 1;
  let end = runs.length;
  while (end > start && (isAside(runs[end - 1]) || isBlank(runs[end - 1]))) end -= 1;
  if (start >= end) return [runs];
  const isAsideAtStart = runs.slice(0, start).some(isAside);
  const isAsideAtEnd = runs.slice(end).some(isAside);
  const from = isAsideAtStart ? start : 0;
  const to = isAsideAtEnd ? end : runs.length;
  return [runs.slice(0, from), runs.slice(from, to), runs.slice(to)].map(trimRuns).filter((part) => part.length > 0);
}

function isAside(run: Run | undefined): boolean {
  return run !== undefined && "node" in run && run.isAside === true;
}
