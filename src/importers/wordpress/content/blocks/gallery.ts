import type { TagRule } from "../paragraphs/plain-writer.ts";
import { hasClass } from "../scan/read-tag.ts";
import { type Block, readText } from "./block.ts";

/** Where pictures link to by themselves, a click enlarges them here. */
const ownLinks: ReadonlySet<string | undefined> = new Set(["attachment", "post", "media", "file"]);

/** Every form that a gallery has had, a list in a list of figures, becomes one figure of figures. */
export function toGalleryTags(block: Block): TagRule {
  const isLinked = ownLinks.has(readText(block, "linkTo"));
  /** Lists and boxes that are open in one that is the gallery itself. */
  let depth = 0;
  return (tag) => {
    const { name, isEnd, source } = tag;
    const isOuter = !isEnd && (hasClass(tag, "wp-block-gallery") || source.includes("wp-block-jetpack-"));
    if (isOuter) {
      depth += name === "figure" ? 0 : 1;
      return '<figure class="gallery">';
    }
    if (name === "ul" || name === "div") {
      if (depth === 0) return "";
      depth += isEnd ? -1 : 1;
      return depth === 0 ? "</figure>" : "";
    }
    return name === "li" || (name === "a" && isLinked) ? "" : source;
  };
}

/** Of a gallery whose pictures are blocks. */
export function toPictureTags(block: Block): TagRule {
  const isLinked = block.parent === "gallery" && ownLinks.has(readText(block, "linkDestination"));
  return ({ name, source }) => (isLinked && name === "a" ? "" : source);
}
