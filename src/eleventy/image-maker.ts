import { availableParallelism } from "node:os";
import type { MakeImage } from "./make-image.ts";
import type { NamedDerivative } from "./show-image.ts";
import { createTaskQueue } from "./task-queue.ts";

export type WriteFile = (path: string, content: Uint8Array) => void;

export type ImageMaker = {
  /** A file that the site needs, made out of another; each is made once. */
  readonly want: (source: string, file: NamedDerivative, moves: boolean) => void;
  /** Begins with what was wanted, and goes on with what will be. */
  readonly start: (write: WriteFile) => void;
  /** Resolves when all is written. */
  readonly finish: (onProgress: (done: number, total: number) => void) => Promise<void>;
  readonly stop: () => Promise<void>;
};

/** Encodes a few at a time beside everything else that a build does; what a build before this one has made is copied. */
export function createImageMaker(make: MakeImage): ImageMaker {
  const queue = createTaskQueue(availableParallelism());
  const wanted = new Map<string, (write: WriteFile) => void>();
  let target: WriteFile | undefined;
  let done = 0;
  let report = (): void => {};

  return {
    want: (source, { name, ...file }, moves) => {
      if (wanted.has(name)) return;
      const begin = (write: WriteFile): void =>
        queue.add(async () => {
          write(`media/${name}`, await make(source, name, { ...file, moves }));
          done += 1;
          report();
        });
      wanted.set(name, begin);
      if (target) begin(target);
    },
    start: (write) => {
      target = write;
      for (const begin of wanted.values()) begin(write);
    },
    finish: (onProgress) => {
      report = () => onProgress(done, wanted.size);
      return queue.settled();
    },
    stop: queue.stop,
  };
}
