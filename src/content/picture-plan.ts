import { toSizes, widthsOf, type ImagePlace } from "./image-place.ts";

/** What is known of a picture of pixels: upright, as it is shown. */
export type Raster = { readonly width: number; readonly height: number; readonly isOpaque: boolean };

export type PictureFormat = "avif" | "webp" | "jpeg" | "png";

/** A file made out of a picture. */
export type Derivative = { readonly format: PictureFormat; readonly width: number; readonly height: number };

export type PicturePlan = {
  /** In the order in which a browser tries them, each from narrow to wide. */
  readonly sources: readonly { readonly type: string; readonly files: readonly Derivative[] }[];
  /** Undefined when there is one width only, and nothing to choose. */
  readonly sizes?: string;
  /** For browsers that know neither format, for feeds and for social networks. */
  readonly fallback: Derivative;
  /** What a click leads to. */
  readonly large: Derivative;
};

/** Which files a picture needs in its place: never wider than it is, WebP and AVIF, and a fallback of any browser's. */
export function planPicture(raster: Raster, place: ImagePlace): PicturePlan {
  const toFile = (format: PictureFormat, width: number): Derivative => {
    return { format, width, height: Math.max(1, Math.round((width * raster.height) / raster.width)) };
  };
  const widths = toWidths(raster.width, widthsOf(place));
  const widest = widths.at(-1) ?? raster.width;
  const toSource = (format: "avif" | "webp") => {
    return { type: `image/${format}`, files: widths.map((width) => toFile(format, width)) };
  };
  const isShown = place.kind !== "shared";
  return {
    sources: isShown ? [toSource("avif"), toSource("webp")] : [],
    ...(isShown && widths.length > 1 && { sizes: toSizes(place) }),
    fallback: toFile(raster.isOpaque ? "jpeg" : "png", widest),
    large: toFile("webp", toLargeWidth(raster, widest)),
  };
}

/** A width that adds less than a quarter to the one before it is not worth its bytes in the page. */
const worthwhile = 1.25;

function toWidths(own: number, wanted: readonly number[]): number[] {
  const widest = Math.min(own, Math.max(...wanted));
  return [...wanted.filter((width) => width * worthwhile <= widest), widest];
}

/** At most 2000 wide and 3000 high: more than a window shows, and less to load than what a camera makes. */
function toLargeWidth({ width, height }: Raster, widest: number): number {
  const large = Math.round(Math.min(width, 2000, (3000 * width) / height));
  return large >= widest * worthwhile ? large : widest;
}

/** `a1b2-720.avif`: the same picture has the same name in every post. */
export function toFileName(hash: string, { format, width }: Derivative): string {
  return `${hash}-${width}.${format === "jpeg" ? "jpg" : format}`;
}
