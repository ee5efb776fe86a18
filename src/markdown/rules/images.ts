import type { MarkdownIt, Token } from "markdown-it";
import { resolveImage, toLoading } from "../image-attributes.ts";
import { toMissingImage } from "../missing-image.ts";
import { toPlainText } from "../plain-text.ts";
import { Rendering } from "../rendering.ts";
import type { LineRange } from "../source-text.ts";

/** Images with their size, so that nothing jumps; a missing one becomes its text. */
export function images(md: MarkdownIt): void {
  md.core.ruler.push("images", (state) => {
    const rendering = Rendering.of(state.env);
    rendering.hasImage = rendering.firstImageIsRaw;
    let lines: LineRange | null = null;
    rendering.source.rewind();
    for (const block of state.tokens) {
      lines = block.map ?? lines;
      for (const token of block.children ?? []) {
        if (token.type === "image") resolveToken(token, lines, rendering);
      }
    }
  });
  md.renderer.rules.missing_image = (tokens, index) => toMissingImage(tokens[index]?.content ?? "");
}

function resolveToken(token: Token, lines: LineRange | null, rendering: Rendering): void {
  const src = token.attrGet("src") ?? "";
  const title = token.attrGet("title");
  const alt = toPlainText(token.children ?? [], "alt");
  const image = resolveImage({ src, hasAlt: alt.trim() !== "" }, rendering, () => rendering.source.find(src, lines));
  if (!image) {
    token.type = "missing_image";
    token.content = alt.trim() || src;
    return;
  }
  // markdown-it's renderer fills in `alt` and needs it to be there.
  token.attrs = [
    ["src", image.src],
    ["alt", ""],
  ];
  if (image.width !== undefined) token.attrPush(["width", String(image.width)]);
  if (image.height !== undefined) token.attrPush(["height", String(image.height)]);
  for (const attribute of toLoading(!rendering.hasImage)) token.attrPush(attribute);
  if (title !== null) token.attrPush(["title", title]);
  rendering.hasImage = true;
}
