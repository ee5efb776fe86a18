import { isText } from "../release/file-content.ts";
import { diffLines, type ChangedLine } from "../release/line-diff.ts";
import type { Conflict } from "../release/plan-update.ts";
import type { Release } from "../release/release.ts";
import type { FoundBase } from "./found-base.ts";
import type { ShownConflict } from "./update-summary.ts";

const mostFiles = 20;
const mostLines = 12;

/** What the owner changed in each file, in short; of very many, the first. */
export async function showConflicts(
  conflicts: readonly Conflict[],
  release: Release,
  read: FoundBase["read"],
): Promise<ShownConflict[]> {
  const shown: ShownConflict[] = [];
  for (const [index, conflict] of conflicts.entries()) {
    const { path, reason, local } = conflict;
    const comparison = index < mostFiles ? await compare(conflict, release, read) : undefined;
    const lines = comparison?.lines ?? [];
    shown.push({
      path,
      reason,
      ...(local.kind === "obstacle" ? { at: local.at } : {}),
      ...(comparison && lines.length > 0 ? { against: comparison.against } : {}),
      lines: lines.slice(0, mostLines),
      moreLines: Math.max(0, lines.length - mostLines),
    });
  }
  return shown;
}

type Comparison = { readonly against: "installed" | "release"; readonly lines: readonly ChangedLine[] };

async function compare(
  { path, reason, local }: Conflict,
  release: Release,
  read: FoundBase["read"],
): Promise<Comparison | undefined> {
  // A file of the owner's own making was never changed.
  if (local.kind !== "file" || reason === "own") return undefined;
  const installed = await read(path);
  const other = installed ?? release.files.get(path)?.content;
  if (!other || !isText(other) || !isText(local.content)) return undefined;
  const lines = diffLines(toText(other), toText(local.content));
  return { against: installed ? "installed" : "release", lines };
}

function toText(content: Uint8Array): string {
  return Buffer.from(content).toString("utf8");
}
