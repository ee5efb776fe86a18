import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { toCacheKey, type OpenCache } from "../files/cache.ts";
import { imagesVersion } from "./encode-image.ts";
import { formatFacts, parseFacts } from "./image-facts.ts";
import { toFileName } from "../content/picture-plan.ts";
import { isDrawing, lookAtDrawing, lookAtImage, type Size } from "./look-at-image.ts";
import type { MakeImage } from "./make-image.ts";
import type { Looked } from "./show-image.ts";
import { createTaskQueue } from "./task-queue.ts";

export type ImageLooker = {
  /** At once for what this build, or one before it, has looked at. */
  readonly look: (file: string) => Looked | Promise<Looked>;
  /** Resolves when every file that was asked for has been looked at. */
  readonly settled: () => Promise<void>;
};

/** Finds out what files are, each content once, a few at a time. */
export function createImageLooker(openCache: OpenCache, make: MakeImage): ImageLooker {
  const cache = openCache("image-facts-1");
  const queue = createTaskQueue(availableParallelism());
  const hashes = new Map<string, string>();
  const found = new Map<string, Looked | Promise<Looked>>();

  const lookInTurn = (file: string, { key, hash }: Name): Promise<Looked> =>
    new Promise((resolve) => {
      queue.add(async () => {
        const toWebp = (size: Size) => {
          const encoding = { format: "webp", ...size, moves: true } as const;
          return make(file, toFileName(hash, encoding), encoding);
        };
        // Read once more: all the photographs that wait would not fit into memory.
        const looked = { hash, facts: await lookAtImage(readFileSync(file), toWebp) };
        cache.write(key, formatFacts(looked.facts));
        found.set(hash, looked);
        resolve(looked);
      });
    });
  const findOut = (file: string, name: Name, bytes: Uint8Array): Looked | Promise<Looked> => {
    const { key, hash } = name;
    if (isDrawing(file)) return { hash, facts: lookAtDrawing(bytes) };
    const facts = parseFacts(cache.read(key));
    return facts ? { hash, facts } : lookInTurn(file, name);
  };
  return {
    look: (file) => {
      const known = found.get(hashes.get(file) ?? "");
      if (known) return known;
      const bytes = readFileSync(file);
      const name = toName(file, bytes);
      const looked = found.get(name.hash) ?? findOut(file, name, bytes);
      hashes.set(file, name.hash);
      found.set(name.hash, looked);
      return looked;
    },
    settled: queue.settled,
  };
}

/** `hash` is what of the key stands in addresses. */
type Name = { readonly key: string; readonly hash: string };

function toName(file: string, bytes: Uint8Array): Name {
  const key = toCacheKey(imagesVersion, isDrawing(file) ? "drawing" : "picture", bytes);
  return { key, hash: key.slice(0, 12) };
}
