import type { Counts } from "../import-source.ts";
import type { SourceText } from "./survey/source-text.ts";

/** What the report's records must add up to: texts by what they are, and the files that they need. */
export function countItems(texts: readonly SourceText[], files: number): Counts {
  const counts: Record<string, number> = {};
  for (const { kind, status } of texts) counts[`${kind} ${status}`] = (counts[`${kind} ${status}`] ?? 0) + 1;
  return files === 0 ? counts : { ...counts, "file publish": files };
}
