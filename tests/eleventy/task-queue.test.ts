import { expect, test } from "vitest";
import { createTaskQueue } from "../../src/eleventy/task-queue.ts";

/** Tasks that end when they are told to, and what has begun and ended. */
function makeTasks() {
  const log: string[] = [];
  const ends = new Map<string, (error?: Error) => void>();
  const task = (name: string) => () =>
    new Promise<void>((resolve, reject) => {
      log.push(`${name} begins`);
      ends.set(name, (error) => {
        log.push(`${name} ends`);
        if (error) reject(error);
        else resolve();
      });
    });
  const end = async (name: string, error?: Error) => {
    ends.get(name)?.(error);
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { log, task, end };
}

test("no more tasks run than allowed, in the order in which they came", async () => {
  const { log, task, end } = makeTasks();
  const queue = createTaskQueue(2);
  for (const name of ["a", "b", "c"]) queue.add(task(name));
  expect(log).toEqual(["a begins", "b begins"]);
  await end("b");
  expect(log.slice(2)).toEqual(["b ends", "c begins"]);
});

test("it is settled when a task that a task added has ended", async () => {
  const { log, task, end } = makeTasks();
  const queue = createTaskQueue(1);
  queue.add(async () => {
    await task("a")();
    queue.add(task("b"));
  });
  const settled = queue.settled().then(() => log.push("settled"));
  await end("a");
  await end("b");
  await settled;
  expect(log).toEqual(["a begins", "a ends", "b begins", "b ends", "settled"]);
});

test("the first failure is told, and what has not begun never does", async () => {
  const { log, task, end } = makeTasks();
  const queue = createTaskQueue(1);
  for (const name of ["a", "b"]) queue.add(task(name));
  const settled = queue.settled();
  await Promise.all([expect(settled).rejects.toThrow("broken"), end("a", new Error("broken"))]);
  queue.add(task("c"));
  expect(log).toEqual(["a begins", "a ends"]);
});

test("it stops after what has begun", async () => {
  const { log, task, end } = makeTasks();
  const queue = createTaskQueue(1);
  for (const name of ["a", "b"]) queue.add(task(name));
  const stopped = queue.stop().then(() => log.push("stopped"));
  await end("a");
  await stopped;
  expect(log).toEqual(["a begins", "a ends", "stopped"]);
});

test("an empty one is settled", async () => {
  await createTaskQueue(1).settled();
});
