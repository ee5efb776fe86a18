import type { Element } from "hast";
import { withoutSpaces } from "./control-characters.ts";
import { attributeOf } from "./hast.ts";

/** hast's names of the attributes in which plugins keep the picture that a script loads later. */
const lazySources = ["dataLazySrc", "dataSrc", "dataOriginal", "dataOrigSrc", "dataOrigFile"];

/** Markdown shows no picture at such an address, but the words that were to make it. */
const refused = /^(?:javascript|vbscript|file|data(?!:image\/(?:gif|png|jpeg|webp);)):/i;

/** Where a picture lies: not the empty one that stands in until a script has run. Undefined where there is none. */
export function imageSource(image: Element): string | undefined {
  const written = attributeOf(image, "src")?.trim() ?? "";
  const src = refused.test(withoutSpaces(written)) ? "" : written;
  const isPlaceholder = src === "" || src.startsWith("data:") || /\b(?:blank|placeholder|1x1|spacer)\.gif$/i.test(src);
  if (!isPlaceholder) return src;
  for (const name of lazySources) {
    const lazy = attributeOf(image, name)?.trim();
    if (lazy) return lazy;
  }
  return src === "" ? undefined : src;
}
