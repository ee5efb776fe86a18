import type { ResolvedImage } from "./markdown-context.ts";
import type { Rendering, Warning } from "./rendering.ts";
import type { Position } from "./source-text.ts";
import { encodeUrl } from "./url.ts";

export type FoundImage = ResolvedImage & { readonly src: string };

/** Asks the blog for an image and warns of what is wrong with it; undefined when it is not there. */
export function resolveImage(
  { src, hasAlt }: { src: string; hasAlt: boolean },
  rendering: Rendering,
  locate: () => Position,
): FoundImage | undefined {
  const image = rendering.context.resolveImage(src);
  const warning = image.warning ?? (image.src === undefined ? toMissing(src) : undefined);
  const altWarning = hasAlt ? undefined : toAltWarning(src);
  if (warning ?? altWarning) {
    const position = locate();
    if (warning) rendering.warn(warning, position);
    if (altWarning) rendering.warn(altWarning, position);
  }
  return image.src === undefined ? undefined : { ...image, src: encodeUrl(image.src) };
}

/** Loading: the first image of a text is likely in sight; the others wait until they come near. */
export function toLoading(isFirst: boolean): [string, string][] {
  const decoding: [string, string] = ["decoding", "async"];
  return isFirst ? [decoding] : [["loading", "lazy"], decoding];
}

function toMissing(src: string): Warning {
  return { id: "image-missing", message: `image is not there (${src})`, remedy: "Add the file or correct the path." };
}

function toAltWarning(src: string): Warning {
  const remedy = "Say in the square brackets, or in `alt`, what the image shows.";
  return { id: "image-alt", message: `image has no text for those who cannot see it (${src})`, remedy };
}
