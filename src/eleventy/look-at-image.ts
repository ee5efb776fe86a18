import { imageSize } from "image-size";
import sharp, { type Metadata } from "sharp";
import type { ImageFacts } from "./image-facts.ts";

export type Size = { readonly width: number; readonly height: number };

/** Makes a WebP of all frames. */
type ToWebp = (size: Size) => Promise<Uint8Array>;

/** What a file is, known only when the last of its pixels was read: half a picture has a head as good as a whole one. */
export async function lookAtImage(bytes: Uint8Array, toWebp: ToWebp): Promise<ImageFacts> {
  try {
    const metadata = await sharp(bytes).metadata();
    // A drawing that calls itself `.png` is none for a browser.
    if (metadata.format === "svg") return { kind: "unusable", reason: "damaged" };
    const size = toUpright(metadata);
    if (Math.max(size.width, size.height) > longestSide) return { kind: "unusable", reason: "too-large" };
    if (isMoving(bytes, metadata)) return await lookAtMoving(bytes, size, toWebp);
    return { kind: "raster", ...size, isOpaque: await isOpaque(bytes, metadata) };
  } catch (error) {
    const isTooLarge = error instanceof Error && error.message.includes("pixel limit");
    return { kind: "unusable", reason: isTooLarge ? "too-large" : "damaged" };
  }
}

/** By its name, as a host would serve it. */
export function isDrawing(file: string): boolean {
  return /\.svg$/i.test(file);
}

/** Drawings need no decoder: their first tag says how large they are. */
export function lookAtDrawing(bytes: Uint8Array): ImageFacts {
  try {
    const { width, height } = imageSize(bytes);
    return { kind: "vector", ...toPixels(width, height) };
  } catch {
    // One without any size is a drawing all the same: the page's styles give it one.
    const isSvg = /<svg[\s>]/i.test(toBuffer(bytes).toString("utf8"));
    return isSvg ? { kind: "vector" } : { kind: "unusable", reason: "damaged" };
  }
}

/** What WebP and AVIF can hold. */
const longestSide = 16_000;

function toPixels(width: number, height: number): { readonly width?: number; readonly height?: number } {
  return width >= 1 && height >= 1 ? { width: Math.round(width), height: Math.round(height) } : {};
}

/** Cameras write how they were held; from 5 on they lay on their side. */
function toUpright({ width = 0, height = 0, pageHeight, orientation = 1 }: Metadata): Size {
  const size = { width, height: pageHeight ?? height };
  return orientation >= 5 ? { width: size.height, height: size.width } : size;
}

/** The decoder knows frames of GIF and WebP; of PNG and AVIF it would show the first one alone. */
function isMoving(bytes: Uint8Array, { format, pages = 1 }: Metadata): boolean {
  const head = toBuffer(bytes);
  if (format === "png") return head.subarray(0, Math.max(0, head.indexOf("IDAT"))).includes("acTL");
  if (format === "heif") return head.toString("latin1", 4, 12) === "ftypavis";
  return pages > 1 && (format === "gif" || format === "webp");
}

async function lookAtMoving(bytes: Uint8Array, size: Size, toWebp: ToWebp): Promise<ImageFacts> {
  await readPixels(bytes, true);
  const isGif = toBuffer(bytes).toString("latin1", 0, 3) === "GIF";
  const webp = isGif ? await toWebp(size) : undefined;
  return { kind: "moving", ...size, hasWebp: webp !== undefined && webp.length < bytes.length * 0.9 };
}

/** Many a picture has an alpha channel and no transparent pixel: a screenshot, for one. */
async function isOpaque(bytes: Uint8Array, { hasAlpha = false }: Metadata): Promise<boolean> {
  if (!hasAlpha) {
    await readPixels(bytes, false);
    return true;
  }
  const alpha = await sharp(bytes, strict).extractChannel("alpha").raw().toBuffer();
  return alpha.every((value) => value === 255);
}

const strict = { failOn: "truncated" } as const;

/** Fails for a file that breaks off. */
async function readPixels(bytes: Uint8Array, animated: boolean): Promise<void> {
  await sharp(bytes, { ...strict, animated })
    .resize(16)
    .raw()
    .toBuffer();
}

/** The same bytes, not a copy. */
function toBuffer({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}
