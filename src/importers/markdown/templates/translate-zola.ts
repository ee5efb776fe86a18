import { toFigure, toFilm, toGist } from "./common-tags.ts";
import { findZolaTokens } from "./shortcode-tokens.ts";
import type { TagToken } from "./tag-token.ts";
import { parseArguments, type TagResult, type Translated } from "./template-context.ts";
import { translateTags } from "./translate-tags.ts";

/** The shortcodes that Zola had of its own; a blog's others stay as text, with what they hold. */
export function translateZola(text: string): Translated {
  const tokens = findZolaTokens(text);
  if (tokens.length === 0) return { text, toSourceLine: (line) => line, findings: [] };
  return translateTags(text, { tokens, kind: "shortcode", handle: toShortcode });
}

function toShortcode({ name, rest }: TagToken): TagResult {
  const args = parseArguments(rest);
  switch (name) {
    case "youtube":
    case "vimeo":
    case "streamable":
      return toFilm(name, args);
    case "gist":
      return toGist(args);
    case "figure":
    case "image":
    case "img":
      return toFigure(args);
    default:
      return undefined;
  }
}
