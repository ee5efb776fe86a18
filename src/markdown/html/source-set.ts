import { encodeUrl } from "../url.ts";
import type { TagScene } from "./tag-scene.ts";

/** Each address of `a.jpg 1x, b.jpg 2x`; those that are not there are left out. */
export function resolveSourceSet(sourceSet: string, scene: TagScene): string {
  const candidates = sourceSet.split(/,\s+|,$/).map((candidate) => candidate.trim());
  return candidates
    .flatMap((candidate) => {
      const [url = "", ...descriptors] = candidate.split(/\s+/);
      const src = url === "" ? undefined : scene.rendering.context.resolveImage(url, "itself").src;
      return src === undefined ? [] : [[encodeUrl(src), ...descriptors].join(" ")];
    })
    .join(", ");
}
