import { createHash } from "node:crypto";
import { join } from "node:path";
import { enginePath } from "../src/eleventy/engine.ts";

/** One for each blog and place: what is known of one says nothing of another, and GitHub counts what is made for both. */
export function toJournalFile(parts: readonly string[]): string {
  const key = createHash("sha256").update(parts.join("\n")).digest("hex").slice(0, 16);
  return join(enginePath(".cache/sync"), `${key}.jsonl`);
}
