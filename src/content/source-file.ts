import type { Problem } from "../lib/problem.ts";

/** A file as it lies on the disk. */
export type SourceFile = {
  /** Relative to the working directory, for messages. */
  readonly file: string;
  /** Relative to its folder (`posts/`, `pages/`, `_data/`), with `/`. */
  readonly path: string;
  readonly bytes: Uint8Array;
};

const strict = new TextDecoder("utf-8", { fatal: true });

/** The text of a file without its byte order mark and with `\n` alone at the ends of lines, or why it is none. */
export function decodeSource({ file, bytes }: SourceFile): { readonly text: string } | { readonly problem: Problem } {
  try {
    return { text: toLines(strict.decode(bytes)) };
  } catch {
    const { byte, ...position } = findBroken(bytes);
    const message = `the file is not UTF-8 text (found the byte 0x${byte.toString(16).toUpperCase()})`;
    const remedy = "Save it with the encoding UTF-8.";
    return { problem: { id: "file-encoding", severity: "error", file, ...position, message, remedy } };
  }
}

/** With `\n` alone at the ends of lines. */
export function toLines(text: string): string {
  return text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
}

type BrokenByte = { readonly line: number; readonly column: number; readonly byte: number };

// A decoder that is not strict puts U+FFFD where bytes are broken; one that was in the file has bytes of its own.
function findBroken(bytes: Uint8Array): BrokenByte {
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  let index = text.indexOf("\uFFFD");
  let offset = Buffer.byteLength(text.slice(0, index));
  while (bytes[offset] === 0xef && bytes[offset + 1] === 0xbf && bytes[offset + 2] === 0xbd) {
    const next = text.indexOf("\uFFFD", index + 1);
    offset += Buffer.byteLength(text.slice(index, next));
    index = next;
  }
  const above = toLines(text.slice(0, index).replace(/^\uFEFF/, "")).split("\n");
  return { line: above.length, column: (above.at(-1)?.length ?? 0) + 1, byte: bytes[offset] ?? 0 };
}
