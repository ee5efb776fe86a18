import type { Token } from "markdown-it";

/** What a reader sees of inline tokens: no HTML, no footnote marks; `alt` decides about images. */
export function toPlainText(tokens: readonly Token[], images: "alt" | "skip" = "skip"): string {
  let text = "";
  for (const token of tokens) {
    switch (token.type) {
      case "text":
      case "text_special":
      case "code_inline":
      case "math_inline":
        text += token.content;
        break;
      case "softbreak":
      case "hardbreak":
        text += " ";
        break;
      case "image":
        if (images === "alt") text += toPlainText(token.children ?? [], images);
        break;
      case "remote_image":
        text += token.content;
        break;
      case "missing_image":
        if (images === "alt") text += token.content;
        break;
      case "html_inline":
        if (/^<br[\s/>]/i.test(token.content)) text += " ";
        break;
      default:
    }
  }
  return text;
}
