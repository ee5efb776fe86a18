import { createReadStream } from "node:fs";
import { finished } from "node:stream/promises";
import { createProgress } from "./progress.ts";

type Done = { readonly done: number; readonly total: number };

/** How far it has come and how long it will take, on a terminal. */
export function createImportProgress(stream: NodeJS.WriteStream) {
  const progress = createProgress(stream);
  const showPhase = (toText: (done: Done) => string): ((done: Done) => void) => {
    let start: number | undefined;
    return (at) => {
      start ??= performance.now();
      progress.show(`${toText(at)}${toTimeLeft(at, performance.now() - start)}`);
    };
  };
  return {
    clear: progress.clear,
    showSurvey: showPhase(({ done, total }) => `Reading ${toShare(done, total)} %`),
    showItems: showPhase(({ done, total }) => `Converting item ${done} of ${total}`),
  };
}

function toShare(done: number, total: number): number {
  return total === 0 ? 100 : Math.min(100, Math.floor((done / total) * 100));
}

/** Said once there is something to go by. */
function toTimeLeft({ done, total }: Done, elapsed: number): string {
  if (elapsed < 3000 || done === 0 || done >= total) return "";
  const seconds = Math.ceil(((elapsed / done) * (total - done)) / 1000);
  const minutes = Math.round(seconds / 60);
  return seconds < 90 ? `, about ${seconds} s left` : `, about ${minutes} min left`;
}

/** The first Ctrl-C or SIGTERM ends the run between two files, the second at once: what was written is sound anyway. */
export function createStop(clear: () => void) {
  let code: number | undefined;
  const stop = (asked: number): void => {
    clear();
    if (code !== undefined) process.exit(asked);
    code = asked;
  };
  // In the place of what ends every other command.
  process.removeAllListeners("SIGINT").removeAllListeners("SIGTERM");
  process.on("SIGINT", () => stop(130)).on("SIGTERM", () => stop(143));
  return { isStopped: () => code !== undefined, exitCode: () => code ?? 130 };
}

/** A long file on standard output, as fast as somebody reads it. */
export async function printFile(file: string): Promise<void> {
  const stream = createReadStream(file);
  stream.pipe(process.stdout, { end: false });
  await finished(stream);
}
