import { mkdirSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { isOtherProcess } from "./other-process.ts";
import { readIfThere } from "./read-folder.ts";

const heartbeat = 5000;
// A process number is given to somebody else one day: only a lock that is alive counts.
const stale = 30_000;

/**
 * Waits until no other process holds the lock, then holds it; the result lets go of it. What a killed process held is
 * free. `onWait` hears of each further half second, with the number of the process that holds it.
 */
export async function takeLock(
  file: string,
  sleep: (milliseconds: number) => Promise<void>,
  onWait: (pid: number) => void,
): Promise<() => void> {
  mkdirSync(dirname(file), { recursive: true });
  while (!tryTake(file)) {
    const pid = Number(Buffer.from(readIfThere(file) ?? []).toString("utf8"));
    const age = Date.now() - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0);
    if (!isOtherProcess(pid) || age > stale) rmSync(file, { force: true });
    else {
      onWait(pid);
      await sleep(500);
    }
  }
  const beat = setInterval(() => utimesSync(file, new Date(), new Date()), heartbeat).unref();
  return () => {
    clearInterval(beat);
    rmSync(file, { force: true });
  };
}

function tryTake(file: string): boolean {
  try {
    writeFileSync(file, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}
