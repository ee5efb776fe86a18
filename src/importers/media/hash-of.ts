import { createHash } from "node:crypto";
import { closeSync, openSync, readSync } from "node:fs";

const chunkSize = 1 << 20;

/** SHA-256 of a file, however large. */
export function hashOf(path: string): string {
  const hash = createHash("sha256");
  const chunk = Buffer.allocUnsafe(chunkSize);
  const file = openSync(path, "r");
  try {
    for (let size = readSync(file, chunk); size > 0; size = readSync(file, chunk)) hash.update(chunk.subarray(0, size));
  } finally {
    closeSync(file);
  }
  return hash.digest("hex");
}
