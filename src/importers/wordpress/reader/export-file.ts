import { createReadStream } from "node:fs";
import { PassThrough, pipeline } from "node:stream";
import { createGunzip } from "node:zlib";

/** One XML file of an export, wherever it lies. */
export type ExportFile = {
  /** As it was given, and its path in the zip. */
  readonly name: string;
  /** How many `onBytes` will have told of when it is read. */
  readonly size: number;
  readonly open: (onBytes: (bytes: number) => void) => AsyncIterable<Uint8Array>;
};

const pieceSize = 65_536;

export function plainFile(path: string, size: number): ExportFile {
  return {
    name: path,
    size,
    open: (onBytes) => counted(createReadStream(path, { highWaterMark: pieceSize }), onBytes),
  };
}

/** What `onBytes` is told of are bytes of the packed file. */
export function gzippedFile(path: string, size: number): ExportFile {
  return {
    name: path,
    size,
    open: (onBytes) => unpack(counted(createReadStream(path, { highWaterMark: pieceSize }), onBytes)),
  };
}

/** An error of either side reaches the reader, and a reader that leaves closes the file. */
export function unpack(packed: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  return pipeline(
    packed,
    createGunzip({ chunkSize: pieceSize }),
    new PassThrough({ highWaterMark: pieceSize }),
    () => undefined,
  );
}

export async function* counted(
  chunks: AsyncIterable<Uint8Array>,
  onBytes: (bytes: number) => void,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    yield chunk;
    onBytes(chunk.length);
  }
}
