import { createHash } from "node:crypto";

/** Results that cost time, by what they were made of. Whoever keeps them between builds hands them in. */
export type KeptResults = {
  readonly get: (key: string) => string | undefined;
  readonly set: (key: string, result: string) => void;
};

/** For as long as it is held: the dev server renders the same posts again and again. */
export function createMemory(): KeptResults {
  const results = new Map<string, string>();
  return { get: (key) => results.get(key), set: (key, result) => void results.set(key, result) };
}

/** A short name for what a result was made of; no part can run into the next. */
export function toResultKey(...parts: readonly string[]): string {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(`${part.length}:${part}`);
  return hash.digest("base64url").slice(0, 27);
}
