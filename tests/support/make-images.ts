import { crc32, deflateSync } from "node:zlib";
import sharp from "sharp";
import { createRandom } from "./random.ts";

/** Neither plain nor mere noise, so that encoders have what they are made for; the same at every run. */
export function makePhoto(width: number, height: number): sharp.Sharp {
  const random = createRandom(width * height);
  const pixels = Buffer.alloc(width * height * 3);
  for (let index = 0; index < pixels.length; index += 1) {
    const row = Math.floor(index / (width * 3));
    pixels[index] = 60 + (120 * row) / height + 70 * random();
  }
  return sharp(pixels, { raw: { width, height, channels: 3 } }).blur(2);
}

/** `alpha` from 0 to 1. */
export function makePlain(width: number, height: number, alpha: number): sharp.Sharp {
  return sharp({ create: { width, height, channels: 4, background: { r: 138, g: 59, b: 30, alpha } } });
}

/** Red, with a blue corner where the camera's upper left was. */
export async function makeTurned(width: number, height: number, orientation: number): Promise<Buffer> {
  const corner = { create: { width: 60, height: 60, channels: 3, background: "#0000ff" } } as const;
  return sharp({ create: { width, height, channels: 3, background: "#ff0000" } })
    .composite([{ input: corner, left: 0, top: 0 }])
    .withExif({ IFD3: { GPSLatitudeRef: "N", GPSLatitude: "51/1 20/1 23/1" } })
    .withMetadata({ orientation })
    .jpeg()
    .toBuffer();
}

/** Two frames of one pixel: smaller than any WebP. */
export function makeTinyGif(): Buffer {
  const head = "474946383961 0100 0100 800000 000000 ffffff 21ff0b 4e45545343415045322e30 0301000000";
  const frame = (pixel: string) => `21f904040a000000 2c 0000 0000 0100 0100 00 0202${pixel}0100`;
  return Buffer.from(`${head}${frame("44")}${frame("4c")}3b`.replaceAll(" ", ""), "hex");
}

/** Says that it moves; its decoder is a browser. */
export async function makeAnimatedPng(): Promise<Buffer> {
  const png = await makePlain(40, 30, 1).png().toBuffer();
  const head = 8 + 25;
  return Buffer.concat([png.subarray(0, head), toChunk("acTL", [0, 0, 0, 1, 0, 0, 0, 0]), png.subarray(head)]);
}

/** A head of so many pixels, and hardly anything behind it. */
export function makeHugePng(side: number): Buffer {
  const size = Buffer.alloc(8);
  size.writeUInt32BE(side, 0);
  size.writeUInt32BE(side, 4);
  const head = toChunk("IHDR", [...size, 1, 0, 0, 0, 0]);
  const data = toChunk("IDAT", [...deflateSync(Buffer.alloc(100))]);
  return Buffer.concat([Buffer.from("89504e470d0a1a0a", "hex"), head, data, toChunk("IEND", [])]);
}

function toChunk(name: string, bytes: readonly number[]): Buffer {
  const content = Buffer.concat([Buffer.from(name), Buffer.from(bytes)]);
  const chunk = Buffer.alloc(content.length + 8);
  chunk.writeUInt32BE(bytes.length, 0);
  content.copy(chunk, 4);
  chunk.writeUInt32BE(crc32(content), content.length + 4);
  return chunk;
}
