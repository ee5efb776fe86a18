import { readSync } from "node:fs";

/** A line of a file, and where it stands. */
export type PlacedLine = { readonly text: string; readonly offset: number; readonly length: number };

const chunkSize = 1 << 20;
const newline = 0x0a;

/** The whole lines of a file, one after the other; what stands behind the last newline is none. */
export function* readLines(file: number): Generator<PlacedLine> {
  const chunk = Buffer.allocUnsafe(chunkSize);
  let pieces: Buffer[] = [];
  let offset = 0;
  let position = 0;
  for (;;) {
    const count = readSync(file, chunk, 0, chunkSize, position);
    if (count === 0) return;
    let start = 0;
    for (let end = chunk.indexOf(newline); end !== -1 && end < count; end = chunk.indexOf(newline, start)) {
      const bytes = Buffer.concat([...pieces, chunk.subarray(start, end)]);
      pieces = [];
      start = end + 1;
      const length = bytes.length + 1;
      yield { text: bytes.toString("utf8"), offset, length };
      offset += length;
    }
    // The next read writes over the chunk.
    if (start < count) pieces.push(Buffer.from(chunk.subarray(start, count)));
    position += count;
  }
}

/** One line, read again. */
export function readLineAt(file: number, offset: number, length: number): string {
  const bytes = Buffer.allocUnsafe(length);
  let filled = 0;
  while (filled < length) {
    const count = readSync(file, bytes, filled, length - filled, offset + filled);
    if (count === 0) throw new Error("The journal of the import was cut short while it was read.");
    filled += count;
  }
  return bytes.toString("utf8", 0, length - 1);
}
