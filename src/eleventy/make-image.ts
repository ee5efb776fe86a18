import { toCacheKey, type OpenCache } from "../files/cache.ts";
import { encodeImage, imagesVersion, type Encoding } from "./encode-image.ts";

/** Makes one file out of another; `name`, which tells the content, is that under which it is published. */
export type MakeImage = (source: string, name: string, encoding: Encoding) => Promise<Uint8Array>;

/** Encodes what no build before this one has kept. */
export function createMakeImage(openCache: OpenCache): MakeImage {
  const cache = openCache("image-files-1");
  return async (source, name, encoding) => {
    const key = toCacheKey(imagesVersion, name);
    const kept = cache.read(key);
    if (kept) return kept;
    const made = await encodeImage(source, encoding);
    cache.write(key, made);
    return made;
  };
}
