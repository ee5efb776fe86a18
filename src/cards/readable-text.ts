import { assignFonts, isPlain } from "./assign-fonts.ts";
import { cleanLine } from "./clean-line.ts";
import type { FontLibrary } from "./font-families.ts";

/** What cards can show of a text. */
export type ReadableText = {
  /** A clean line; undefined where too little of it could be read. */
  readonly text: string | undefined;
  /** What no font has. */
  readonly missing: readonly string[];
};

/** Asks the fonts only where they may lack something. */
export function toReadableText(text: string, lang: string, library: FontLibrary): ReadableText {
  const line = cleanLine(text);
  if (isPlain(line)) return { text: line || undefined, missing: [] };
  const { missing, isReadable } = assignFonts(line, lang, library);
  return { text: isReadable ? line : undefined, missing };
}
