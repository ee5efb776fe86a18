import { createHash } from "node:crypto";
import { crc32, deflateSync } from "node:zlib";

const cells = 5;

/** A user's picture as GitHub draws one for those who have none: a mirrored pattern of the login, as PNG. */
export function drawAvatar(login: string, size: number): Uint8Array {
  const digest = createHash("md5").update(login).digest();
  const colour = [64 + ((digest[0] ?? 0) >> 1), 64 + ((digest[1] ?? 0) >> 1), 64 + ((digest[2] ?? 0) >> 1)];
  const rows = Array.from({ length: size }, (_, y) => {
    const row = [0];
    for (let x = 0; x < size; x++) row.push(isInked(digest, x, y, size) ? 1 : 0);
    return Buffer.from(row);
  });
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  // Eight bits a pixel, by palette.
  header.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    toChunk("IHDR", header),
    toChunk("PLTE", Buffer.from([240, 240, 240, ...colour])),
    toChunk("IDAT", deflateSync(Buffer.concat(rows))),
    toChunk("IEND", Buffer.alloc(0)),
  ]);
}

function isInked(digest: Buffer, x: number, y: number, size: number): boolean {
  const column = Math.floor((x / size) * cells);
  const row = Math.floor((y / size) * cells);
  const mirrored = Math.min(column, cells - 1 - column);
  return (digest[3 + mirrored] ?? 0) % (row + 2) > row / 2;
}

function toChunk(type: string, content: Uint8Array): Uint8Array {
  const chunk = Buffer.alloc(content.length + 12);
  chunk.writeUInt32BE(content.length, 0);
  chunk.write(type, 4, "latin1");
  chunk.set(content, 8);
  chunk.writeUInt32BE(crc32(chunk.subarray(4, -4)), content.length + 8);
  return chunk;
}
