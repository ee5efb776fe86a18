import { readPath, readText } from "../front/front-values.ts";
import { toAutolink, toDestination } from "../text/markdown-pieces.ts";
import { toAlert, toDetails, toFigure, toFilm, toGist, toHighlight, toTweet } from "./common-tags.ts";
import { findHugoTokens } from "./shortcode-tokens.ts";
import type { TagToken } from "./tag-token.ts";
import {
  parseArguments,
  type TagArguments,
  type TagResult,
  type TemplateContext,
  type Translated,
} from "./template-context.ts";
import { translateTags, type TagBody } from "./translate-tags.ts";

/** Hugo's own shortcodes; those of a theme or of the blog itself stay as text, with what they hold. */
export function translateHugo(text: string, context: TemplateContext): Translated {
  const tokens = findHugoTokens(text);
  if (tokens.length === 0) return { text, toSourceLine: (line) => line, findings: [] };
  return translateTags(text, {
    tokens,
    kind: "shortcode",
    handle: (token, body) => toShortcode(token, body, context),
    isSilent: ({ name }) => name === "ref" || name === "relref",
  });
}

const boxes = new Set([
  "notice",
  "admonition",
  "callout",
  "alert",
  "hint",
  "note",
  "tip",
  "warning",
  "info",
  "caution",
  "important",
  "danger",
]);

function toShortcode({ name, rest }: TagToken, body: TagBody, context: TemplateContext): TagResult {
  const args = parseArguments(rest);
  switch (name) {
    case "figure":
      return toFigure(args);
    case "highlight":
      return toHighlight(args, body.raw?.replace(/^[ \t]*\n/, ""));
    case "ref":
    case "relref":
      return toReference(args, context);
    case "youtube":
    case "vimeo":
    case "bilibili":
    case "asciinema":
      return toFilm(name, args);
    case "gist":
      return toGist(args);
    case "tweet":
    case "twitter":
    case "x":
    case "twitter_simple":
      return toTweet(args);
    case "instagram":
      return /^[\w-]{1,40}$/.test(args.list[0] ?? "")
        ? { text: toAutolink(`https://www.instagram.com/p/${args.list[0]}/`), note: "A link to it." }
        : undefined;
    case "param":
      return toParam(args, context);
    case "details":
      return toDetails(args.named.summary ?? args.named.title ?? args.list[0] ?? "", body.read());
    default:
      return boxes.has(name) ? toBox(name, args, body) : undefined;
  }
}

function toReference({ list, named }: TagArguments, context: TemplateContext): TagResult {
  const [path = "", hash] = (named.path ?? list[0] ?? "").split("#");
  const fragment = hash === undefined ? "" : `#${hash}`;
  if (path === "") return fragment === "" ? undefined : { text: fragment };
  const found = context.addressOf(path, "ref");
  return found ? { text: toDestination(context.basePath + found.address + fragment) } : undefined;
}

function toParam({ list: [name = ""] }: TagArguments, { page, site }: TemplateContext): TagResult {
  const places = [readPath(page, name), readPath(page, `params.${name}`), readPath(site, `params.${name}`)];
  const value = places.map(readText).find((text) => text !== undefined);
  return value === undefined ? undefined : { text: value };
}

/** Boxes that many themes have, under a few names. */
function toBox(name: string, { list, named }: TagArguments, body: TagBody): TagResult {
  if (body.raw === undefined) return undefined;
  const isGeneral = /^(?:notice|admonition|callout|alert|hint)$/.test(name);
  const kind = isGeneral ? (named.type ?? named.level ?? list[0] ?? "note") : name;
  const title = named.title ?? (isGeneral ? list[1] : list[0]) ?? "";
  return toAlert(kind, body.read(), title);
}
