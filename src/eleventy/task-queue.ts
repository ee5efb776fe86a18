/** Runs tasks a few at a time, in the order in which they come. */
export type TaskQueue = {
  /** The task may add others. The first failure ends the queue. */
  readonly add: (task: () => Promise<void>) => void;
  /** Resolves when nothing is left to do; rejects with the first failure. */
  readonly settled: () => Promise<void>;
  /** Drops what has not begun and waits for what has. */
  readonly stop: () => Promise<void>;
};

export function createTaskQueue(limit: number): TaskQueue {
  const waiting: (() => Promise<void>)[] = [];
  const failures: unknown[] = [];
  let listeners: (() => void)[] = [];
  let running = 0;

  const run = async (task: () => Promise<void>): Promise<void> => {
    running += 1;
    try {
      await task();
    } catch (error) {
      failures.push(error);
      waiting.length = 0;
    }
    running -= 1;
    goOn();
  };
  const goOn = (): void => {
    for (const task of waiting.splice(0, limit - running)) void run(task);
    if (running > 0) return;
    for (const listener of listeners) listener();
    listeners = [];
  };
  const idle = async (): Promise<void> => {
    if (running > 0) await new Promise<void>((resolve) => listeners.push(resolve));
  };

  return {
    add: (task) => {
      if (failures.length > 0) return;
      waiting.push(task);
      goOn();
    },
    settled: async () => {
      await idle();
      if (failures.length > 0) throw failures[0];
    },
    stop: async () => {
      waiting.length = 0;
      await idle();
    },
  };
}
