import type { MarkdownIt, Token } from "markdown-it";
import { isOwn, resolveImage, toLoading } from "../image-attributes.ts";
import type { FoundImage } from "../markdown-context.ts";
import { toMissingImage } from "../missing-image.ts";
import { toEnlargingHtml, toPictureHtml, toRemoteHtml } from "../picture-html.ts";
import { toPlainText } from "../plain-text.ts";
import { Rendering } from "../rendering.ts";
import type { LineRange } from "../source-text.ts";

/** Images with their size, so that nothing jumps; one that may not be shown becomes a link, a missing one its text. */
export function images(md: MarkdownIt): void {
  md.core.ruler.push("images", (state) => {
    const rendering = Rendering.of(state.env);
    let lines: LineRange | null = null;
    rendering.source.rewind();
    for (const block of state.tokens) {
      lines = block.map ?? lines;
      let links = 0;
      for (const token of block.children ?? []) {
        links += toLinkStep(token);
        if (token.type === "image") resolveToken(token, { lines, isLinked: links > 0 }, rendering);
      }
    }
  });
  const { rules } = md.renderer;
  rules.missing_image = (tokens, index) => toMissingImage(tokens[index]?.content ?? "");
  rules.remote_image = (tokens, index) => {
    const { content = "", info = "", markup = "" } = tokens[index] ?? {};
    return toRemoteHtml(info, { words: content, isLinked: markup === linked });
  };
  rules.image = (tokens, index, options, env, renderer) => {
    const token = tokens[index];
    const alt = renderer.renderInlineAsText(token?.children ?? [], options, env);
    return token ? toHtml(token, alt, Rendering.of(env)) : "";
  };
}

type Surroundings = { readonly lines: LineRange | null; readonly isLinked: boolean };

const linked = "linked";

function resolveToken(token: Token, { lines, isLinked }: Surroundings, rendering: Rendering): void {
  const src = token.attrGet("src") ?? "";
  const alt = toPlainText(token.children ?? [], "alt").trim();
  const use = rendering.places.get(token)?.place ?? { kind: "column" };
  const locate = () => rendering.source.find(src, lines);
  const image = resolveImage({ src, hasAlt: alt !== "", use }, rendering, locate);
  if (image.src !== undefined) {
    rendering.pictures.set(token, image);
    if (!rendering.firstImageIsRaw && isOwn(image)) rendering.firstPicture ??= token;
    return;
  }
  token.type = image.remote === undefined ? "missing_image" : "remote_image";
  token.content = alt || src;
  token.info = image.remote ?? "";
  token.markup = isLinked ? linked : "";
}

function toHtml(token: Token, alt: string, rendering: Rendering): string {
  const image = rendering.pictures.get(token);
  if (!image) return "";
  const picture = toPictureHtml(image, [
    ["src", image.src],
    ["alt", alt],
    ...toSize(image),
    ...toLoading(rendering.firstPicture === token, rendering),
    ...(token.attrs ?? []).filter(([name]) => name === "title"),
  ]);
  return rendering.places.get(token)?.enlarges ? toEnlargingHtml(picture, { image, alt }, rendering) : picture;
}

function toSize({ width, height }: FoundImage): [string, string][] {
  const size: [string, number | undefined][] = [
    ["width", width],
    ["height", height],
  ];
  return size.flatMap(([name, pixels]) => (pixels === undefined ? [] : [[name, String(pixels)]]));
}

/** Into a link, or out of one; the author's `<a>` is one too. */
function toLinkStep({ type, nesting, content }: Token): number {
  if (type === "link_open" || type === "link_close") return nesting;
  if (type !== "html_inline") return 0;
  if (/^<a[\s>]/i.test(content)) return 1;
  return /^<\/a[\s>]/i.test(content) ? -1 : 0;
}
