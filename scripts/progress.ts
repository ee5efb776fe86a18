/** A line on a terminal that says how far a long run has come; nothing for the first two seconds or in a pipe. */
export type Progress = { readonly show: (text: string) => void; readonly clear: () => void };

const patience = 2000;
const interval = 100;

export function createProgress(stream: NodeJS.WriteStream): Progress {
  const start = performance.now();
  let last = 0;
  let shown = false;
  const clear = (): void => {
    if (shown) stream.write("\r\x1b[K");
    shown = false;
  };
  // A command that is interrupted takes its line with it.
  process.once("exit", clear);
  return {
    show: (text) => {
      const now = performance.now();
      if (!stream.isTTY || now - start < patience || now - last < interval) return;
      last = now;
      shown = true;
      stream.write(`\r\x1b[K${text}`);
    },
    clear,
  };
}
