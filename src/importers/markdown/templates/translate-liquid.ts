import { toDestination } from "../text/markdown-pieces.ts";
import { toBlockquote, toCodeBlock, toFigure, toFilm, toGist, toHighlight, toOctopressImage } from "./common-tags.ts";
import { assign, renderLoop } from "./liquid-blocks.ts";
import { findLiquidTokens } from "./liquid-tokens.ts";
import { evaluate, toText, type LiquidValue } from "./liquid-values.ts";
import { translateTags, type TagBody } from "./translate-tags.ts";
import { parseArguments, type TagResult, type TemplateContext, type Translated } from "./template-context.ts";
import type { TagToken } from "./tag-token.ts";

/** Jekyll's and Eleventy's tags. Both read them in code too: what is to be seen there stands in `raw`. */
export function translateLiquid(text: string, context: TemplateContext): Translated {
  const tokens = findLiquidTokens(text, { isHidden: () => false });
  if (tokens.length === 0) return { text, toSourceLine: (line) => line, findings: [] };
  const variables = new Map<string, LiquidValue>();
  const handle = (token: TagToken, body: TagBody): TagResult => {
    if (token.kind === "output") return toOutput(token, { context, variables });
    return toTag(token, body, { context, variables });
  };
  return translateTags(text, { tokens, handle, isSilent: ({ name }) => name === "raw" || name === "verbatim" });
}

type Scope = { readonly context: TemplateContext; readonly variables: Map<string, LiquidValue> };

function toOutput({ rest }: TagToken, scope: Scope): TagResult {
  const value = evaluate(rest, scope);
  return value === undefined ? undefined : { text: toText(value) };
}

function toTag({ name, rest }: TagToken, body: TagBody, scope: Scope): TagResult {
  const args = parseArguments(rest);
  switch (name) {
    case "raw":
    case "verbatim":
      return body.raw === undefined ? undefined : { text: body.raw };
    case "comment":
      return body.raw === undefined ? undefined : { text: "", note: "A comment of the template, which nobody saw." };
    case "highlight":
      return toHighlight(args, body.read()?.replace(/^[ \t]*\n/, ""));
    case "codeblock":
      return toCodeBlock(args, body.read());
    case "blockquote":
    case "pullquote":
      return toBlockquote(args, body.read());
    case "img":
      return toOctopressImage(args);
    case "gist":
      return toGist(args);
    case "youtube":
    case "vimeo":
      return toFilm(name, args);
    case "include":
    case "include_cached":
      return toInclude(rest);
    case "assign":
      return assign(rest, scope, scope.variables) ? { text: "" } : undefined;
    case "for": {
      const loop = body.raw === undefined ? undefined : renderLoop(rest, body.raw, scope);
      return loop === undefined ? undefined : { text: loop };
    }
    default:
      return toReference(name, rest, scope.context);
  }
}

/** `{% post_url 2013-05-06-tea %}` and `{% link _posts/2013-05-06-tea.md %}` are addresses. */
function toReference(name: string, rest: string, context: TemplateContext): TagResult {
  const kind = ({ post_url: "post", link: "file" } as const)[name];
  const found = kind && context.addressOf(rest.replace(/^["']|["']$/g, "").trim(), kind);
  return found ? { text: toDestination(context.basePath + found.address) } : undefined;
}

/** Files that many themes have under the same name. */
function toInclude(rest: string): TagResult {
  const [, file = "", behind = ""] = /^(\S+)\s*(.*)$/s.exec(rest) ?? [];
  const args = parseArguments(behind);
  const [, kind] = /(?:^|\/)(?:embed-)?(youtube|vimeo)[\w-]*(?:\.\w+)?$/i.exec(file) ?? [];
  if (kind !== undefined) return toFilm(kind.toLowerCase(), args);
  if (!/(?:^|\/)(?:figure|image|img)(?:\.\w+)?$/i.test(file)) return undefined;
  const known = ["src", "url", "image_path", "path", "alt", "caption", "title", "width", "height", "class"];
  // Some hand it Liquid of its own, which nobody can tell.
  const isPlain = Object.entries(args.named).every(([key, value]) => known.includes(key) && !/[{}]/.test(value));
  return isPlain && args.list.length === 0 ? toFigure(args) : undefined;
}
