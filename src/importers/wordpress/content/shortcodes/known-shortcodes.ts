import { boxRules } from "./boxes.ts";
import { captionRules } from "./caption.ts";
import { codeRules } from "./code.ts";
import { embedRules } from "./embeds.ts";
import { galleryRules } from "./gallery.ts";
import { otherRules } from "./others.ts";
import { playerRules } from "./players.ts";
import type { ShortcodeRules } from "./shortcode.ts";

/** Every shortcode that we make something of. All others stay text. */
export const knownShortcodes: ShortcodeRules = new Map([
  ...captionRules,
  ...galleryRules,
  ...playerRules,
  ...embedRules,
  ...codeRules,
  ...boxRules,
  ...otherRules,
]);
