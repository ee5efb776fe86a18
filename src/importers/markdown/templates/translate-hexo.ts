import { toTextScene } from "../text/text-scene.ts";
import { toAutolink, toDestination, toImage, toLink } from "../text/markdown-pieces.ts";
import { toAlert, toBlockquote, toCodeBlock, toFilm, toGist, toOctopressImage } from "./common-tags.ts";
import { findLiquidTokens } from "./liquid-tokens.ts";
import type { TagToken } from "./tag-token.ts";
import {
  parseArguments,
  type TagArguments,
  type TagResult,
  type TemplateContext,
  type Translated,
} from "./template-context.ts";
import { translateTags, type TagBody } from "./translate-tags.ts";

/** Hexo's tags. It reads them everywhere but between fences. */
export function translateHexo(text: string, context: TemplateContext): Translated {
  if (!text.includes("{%") && !text.includes("{{")) return { text, toSourceLine: (line) => line, findings: [] };
  const scene = toTextScene(text);
  const tokens = findLiquidTokens(text, { isHidden: scene.isCodeBlock });
  return translateTags(text, {
    tokens,
    handle: (token, body) => toTag(token, body, context),
    isSilent: ({ name }) => name === "raw",
  });
}

function toTag({ kind, name, rest }: TagToken, body: TagBody, context: TemplateContext): TagResult {
  if (kind === "output") return undefined;
  const args = parseArguments(rest, /\s/);
  switch (name) {
    case "raw":
      return body.raw === undefined ? undefined : { text: body.raw };
    case "codeblock":
    case "code":
      return toCodeBlock(args, body.raw);
    case "blockquote":
    case "quote":
    case "pullquote":
    case "centerquote":
    case "cq":
      return toBlockquote(args, body.read());
    case "note":
      return toAlert(
        args.list[0] ?? "note",
        body.read(),
        args.list
          .slice(1)
          .filter((word) => word !== "no-icon")
          .join(" "),
      );
    case "img":
      return toOctopressImage(args);
    case "gist":
      return toGist(args);
    case "youtube":
    case "vimeo":
      return toFilm(name, args);
    case "iframe":
      return /^https?:\/\//.test(args.list[0] ?? "")
        ? { text: toAutolink(args.list[0] ?? ""), note: "A link to it." }
        : undefined;
    case "link":
      return toNamedLink(args);
    default:
      return toOwn(name, args, context);
  }
}

/** `{% link text url [external] [title] %}` */
function toNamedLink({ list }: TagArguments): TagResult {
  const at = list.findIndex((word) => /^(?:https?:\/\/|\/)/.test(word));
  const address = list[at];
  if (address === undefined) return undefined;
  const title = list
    .slice(at + 1)
    .filter((word) => !/^(?:true|false)$/.test(word))
    .join(" ");
  return { text: toLink(list.slice(0, at).join(" ") || address, address, title) };
}

/** Pictures and files of the post's own folder, and other posts. */
function toOwn(name: string, { list, raw }: TagArguments, context: TemplateContext): TagResult {
  if (name === "asset_img") return toAssetImage(list, raw);
  const [file, ...words] = list;
  if (file === undefined) return undefined;
  if (name === "asset_path") return { text: toDestination(file) };
  if (name === "asset_link")
    return { text: toLink(words.filter((word) => !/^(?:true|false)$/.test(word)).join(" ") || file, file) };
  if (name !== "post_link" && name !== "post_path") return undefined;
  const [slug = "", hash] = file.split("#");
  const found = context.addressOf(slug, "post");
  if (!found) return undefined;
  const address = context.basePath + found.address + (hash === undefined ? "" : `#${hash}`);
  const label = words.filter((word) => !/^(?:true|false)$/.test(word)).join(" ");
  return { text: name === "post_path" ? toDestination(address) : toLink(label || found.title, address) };
}

/** `{% asset_img [class names] slug [width] [height] [title text [alt text]] %}` */
function toAssetImage(list: readonly string[], raw: string): TagResult {
  const at = list.findIndex((word) => /\.[a-z0-9]{2,5}$/i.test(word));
  const src = list[at];
  if (src === undefined) return undefined;
  const words = list.slice(at + 1).filter((word) => !/^\d+(?:px|%)?$/.test(word));
  // `"title 'alt'"` is Hexo's way to say both in one.
  const [, title, alt] = /["']?([^"']*)["']?\s*'([^']*)'/.exec(raw.slice(raw.indexOf(src) + src.length)) ?? [];
  const caption = title ?? words[0] ?? "";
  const isQuoted = /["']/.test(raw);
  return {
    text: toImage({
      src,
      title: isQuoted ? caption.trim() : words.join(" "),
      alt: alt ?? (isQuoted ? (words[1] ?? caption.trim()) : words.join(" ")),
    }),
  };
}
