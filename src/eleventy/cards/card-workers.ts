import { Worker } from "node:worker_threads";
import type { Card } from "../../cards/card.ts";

/** Threads that draw beside everything else that a build does. */
export type CardWorkers = {
  /** There are as many of them as there were ever cards in work at once: it is the caller who keeps these few. */
  readonly draw: (card: Card) => Promise<Uint8Array>;
  readonly close: () => Promise<void>;
};

/** Each is started when all others are busy; a fault of one rejects the card that it was drawing. */
export function createCardWorkers(file: URL = workerFile): CardWorkers {
  const crew: ReturnType<typeof hire>[] = [];
  return {
    draw: (card) => {
      const free = crew.find(({ isBusy }) => !isBusy());
      const member = free ?? hire(file);
      if (!free) crew.push(member);
      return member.draw(card);
    },
    close: async () => {
      await Promise.all(crew.map(({ worker }) => worker.terminate()));
    },
  };
}

const workerFile = new URL("./card-worker.mjs", import.meta.url);

type Task = { readonly resolve: (png: Uint8Array) => void; readonly reject: (error: Error) => void };

function hire(file: URL) {
  // The options of this process are about its own start.
  const worker = new Worker(file, { execArgv: [] });
  let task: Task | undefined;
  let failure: Error | undefined;
  const fail = (cause: unknown): void => {
    failure ??= new Error("a worker that draws social cards stopped", { cause });
    task?.reject(failure);
    task = undefined;
  };
  worker.on("message", (png: Uint8Array) => {
    task?.resolve(png);
    task = undefined;
  });
  worker.on("error", fail);
  worker.on("exit", (code) => fail(new Error(`its exit code was ${code}`)));
  const draw = (card: Card) =>
    new Promise<Uint8Array>((resolve, reject) => {
      if (failure) return reject(failure);
      task = { resolve, reject };
      // The list of what is handed over for good, which is nothing.
      worker.postMessage(card, []);
    });
  return { worker, draw, isBusy: () => task !== undefined };
}
