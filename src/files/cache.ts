import { createHash } from "node:crypto";
import { join } from "node:path";
import { writeAtomically } from "./atomic-file.ts";
import { readIfThere } from "./read-folder.ts";

/** Results that cost time, kept by what they were made of; several builds may use it at once. */
export type Cache = {
  /** Undefined when there is none, or when its file was spoiled since: then it is made anew. */
  readonly read: (key: string) => Uint8Array | undefined;
  readonly write: (key: string, content: Uint8Array) => void;
};

/** Opens one shelf of the cache. Its name carries the version of the code that fills it: `images-1`. */
export type OpenCache = (shelf: string) => Cache;

/** Without a folder nothing is kept (`--no-cache`). */
export function createCache(folder: string | undefined): OpenCache {
  if (folder === undefined) return () => ({ read: () => undefined, write: () => {} });
  return (shelf) => {
    const toFile = (key: string) => join(folder, shelf, key.slice(0, 2), key);
    return {
      read: (key) => unseal(readIfThere(toFile(key))),
      write: (key, content) => writeAtomically(toFile(key), Buffer.concat([toDigest(content), content])),
    };
  };
}

/** One key of several parts, none of which can run into the next. */
export function toCacheKey(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash("sha256");
  for (const part of parts) {
    const bytes = typeof part === "string" ? Buffer.from(part) : part;
    hash.update(`${bytes.length}:`).update(bytes);
  }
  return hash.digest("hex");
}

const digestLength = 32;

function toDigest(content: Uint8Array): Buffer {
  return createHash("sha256").update(content).digest();
}

function unseal(file: Uint8Array | undefined): Uint8Array | undefined {
  if (file === undefined || file.length < digestLength) return undefined;
  const content = file.subarray(digestLength);
  return toDigest(content).equals(file.subarray(0, digestLength)) ? content : undefined;
}
