import { extname } from "node:path/posix";

/** So many bytes are enough to tell. */
export const headSize = 4096;

const pictures: readonly (readonly [ending: string, magic: RegExp])[] = [
  ["jpg jpeg jpe jfif", /^\xff\xd8\xff/],
  ["png apng", /^\x89PNG\r\n/],
  ["gif", /^GIF8[79]a/],
  ["webp", /^RIFF[\s\S]{4}WEBP/],
  ["avif heic heif", /^[\s\S]{4}ftyp/],
  ["bmp", /^BM/],
  ["tif tiff", /^(?:II\*\0|MM\0\*)/],
  // oxlint-disable-next-line no-control-regex
  ["ico", /^\0\0[\x01\x02]\0/],
];

/**
 * Why a file is not what its name says; undefined when nothing speaks against it. Picture hosts send one kind under the
 * name of another, which browsers don't mind; a page that says "not found" is no picture.
 */
export function findContentFault(path: string, head: Uint8Array, size: number): string | undefined {
  if (size === 0) return "The file is empty.";
  const ending = extname(path).slice(1).toLowerCase();
  const text = Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, headSize)).toString("latin1");
  if (
    /^(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,500}?-->\s*)?<(?:!doctype html|html|head|body)\b/i.test(
      text,
    )
  ) {
    return "It is a web page, not a file.";
  }
  if (ending === "svg") return /<svg[\s>]/i.test(text) ? undefined : "It is no picture.";
  if (ending === "pdf") return text.includes("%PDF-") ? undefined : "It is no PDF.";
  const isPicture = pictures.some(([endings]) => endings.split(" ").includes(ending));
  if (!isPicture) return undefined;
  return pictures.some(([, magic]) => magic.test(text)) || /^\s*<(?:\?xml|svg)/.test(text)
    ? undefined
    : "It is no picture.";
}
