import Image from "@11ty/eleventy-img";
import sharp from "sharp";
import type { PictureFormat } from "../content/picture-plan.ts";

/** What is to be made of a picture; `moves`: with all its frames. */
export type Encoding = { readonly format: PictureFormat; readonly width: number; readonly moves?: boolean };

/** Part of every name and key, so that other code or another encoder never meets files of this one. */
export const imagesVersion = `1 ${sharp.versions.sharp ?? ""} ${sharp.versions.vips}`;

/**
 * Of photographs made of noise and edges, these look alike. AVIF with less effort takes a quarter of the time and 3 to
 * 7 % more bytes. A change here is a change of `imagesVersion`.
 */
const options = {
  sharpAvifOptions: { effort: 2, quality: 52 },
  sharpWebpOptions: { quality: 76, alphaQuality: 80 },
  sharpJpegOptions: { quality: 78, progressive: true },
  sharpPngOptions: { compressionLevel: 9, effort: 8 },
};

/** Upright, in its own colours, without what the camera noted down: no place, no owner, no thumbnail. */
export async function encodeImage(file: string, { format, width, moves = false }: Encoding): Promise<Uint8Array> {
  const made = await Image(file, {
    ...options,
    // A GIF has few colours: without any loss it is a third smaller as WebP, with loss hardly at all.
    ...(moves && { sharpOptions: { animated: true }, sharpWebpOptions: { lossless: true } }),
    formats: [format],
    widths: [width],
    // What is transparent was looked at before: its answer, a mere channel, is not ours.
    formatFiltering: moves ? ["animated"] : [],
    fixOrientation: !moves,
    failOnError: true,
    // Files are named, kept and written by us.
    dryRun: true,
    useCache: false,
    urlFormat: () => "",
  });
  const [result] = made[format] ?? [];
  if (!result) throw new Error(`eleventy-img made no ${format} of ${file}`);
  return result.buffer;
}
