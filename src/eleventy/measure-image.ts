import { readFileSync } from "node:fs";
import { imageSize } from "image-size";

export type Size = { readonly width: number; readonly height: number };

/** The pixels of an image file, each looked at once. */
export function createMeasure(): (file: string) => Size | undefined {
  const sizes = new Map<string, Size | undefined>();
  return (file) => {
    if (!sizes.has(file)) sizes.set(file, measureFile(file));
    return sizes.get(file);
  };
}

function measureFile(file: string): Size | undefined {
  try {
    const { width, height, orientation = 1 } = imageSize(readFileSync(file));
    // From 5 on the camera lay on its side.
    return orientation >= 5 ? { width: height, height: width } : { width, height };
  } catch {
    // A file that is no image is shown as the author wrote it; the browser says what is wrong with it.
    return undefined;
  }
}
