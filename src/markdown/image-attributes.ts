import type { FoundImage, ImageUse } from "./markdown-context.ts";
import type { Rendering, Warning } from "./rendering.ts";
import type { Position } from "./source-text.ts";
import { encodeUrl } from "./url.ts";

/** An image that is not shown: a link leads to where it lies, or nothing. */
type AbsentImage = { readonly src?: undefined; readonly remote?: string };

type WantedImage = { readonly src: string; readonly hasAlt: boolean; readonly use: ImageUse };

/** Asks the blog for an image and warns of what is wrong with it. */
export function resolveImage(
  { src, hasAlt, use }: WantedImage,
  rendering: Rendering,
  locate: () => Position,
): FoundImage | AbsentImage {
  const image = rendering.context.resolveImage(src, use);
  const warning = image.warning ?? (image.src === undefined ? toMissing(src) : undefined);
  const altWarning = hasAlt ? undefined : toAltWarning(src);
  if (warning ?? altWarning) {
    const position = locate();
    if (warning) rendering.warn(warning, position);
    if (altWarning) rendering.warn(altWarning, position);
  }
  if (image.src !== undefined) return { ...image, src: encodeUrl(image.src) };
  return image.remote === undefined ? {} : { remote: encodeUrl(image.remote) };
}

/** Of the blog itself. What other hosts send may wait: nobody knows how large it is. */
export function isOwn({ src }: FoundImage): boolean {
  return !/^(?:https?:)?\/\//i.test(src);
}

/** The first image of a text is likely in sight, and if it stands near its top, likely the largest thing there. */
export function toLoading(isFirst: boolean, { firstImageIsNear, isExcerpt }: Rendering): [string, string][] {
  const decoding: [string, string] = ["decoding", "async"];
  if (!isFirst || isExcerpt) return [["loading", "lazy"], decoding];
  return firstImageIsNear ? [["fetchpriority", "high"], decoding] : [decoding];
}

function toMissing(src: string): Warning {
  return { id: "image-missing", message: `image is not there (${src})`, remedy: "Add the file or correct the path." };
}

function toAltWarning(src: string): Warning {
  const remedy = "Say in the square brackets, or in `alt`, what the image shows.";
  return { id: "image-alt", message: `image has no text for those who cannot see it (${src})`, remedy };
}
