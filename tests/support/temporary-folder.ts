import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

/** A folder that goes when the test ends; with `source`, a copy of it. */
export function temporaryFolder(source?: string): string {
  const folder = mkdtempSync(join(tmpdir(), "klatsch-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  if (source !== undefined) cpSync(source, folder, { recursive: true });
  return folder;
}
