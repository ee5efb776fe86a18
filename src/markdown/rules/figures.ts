import type { MarkdownIt, StateCore, Token } from "markdown-it";

/** An image alone in its paragraph, perhaps in a link, whose title becomes a caption. */
export function figures(md: MarkdownIt): void {
  md.core.ruler.push("figures", (state) => {
    state.tokens.forEach((open, index) => {
      const inline = state.tokens[index + 1];
      const close = state.tokens[index + 2];
      if (open.type !== "paragraph_open" || inline?.type !== "inline" || !close) return;
      const image = loneImage(inline.children ?? []);
      const title = image?.attrGet("title");
      if (!image || !title) return;
      image.attrs = (image.attrs ?? []).filter(([name]) => name !== "title");
      inline.children = [
        ...(inline.children ?? []).filter((child) => child.type !== "text"),
        ...toCaption(state, title),
      ];
      makeFigure(open, "figure_open");
      makeFigure(close, "figure_close");
    });
  });
}

function loneImage(children: readonly Token[]): Token | undefined {
  if (children.length > 5) return undefined;
  const visible = children.filter((child) => child.type !== "text" || child.content.trim() !== "");
  const types = visible.map((child) => child.type.replace("missing_", "")).join(" ");
  if (types !== "image" && types !== "link_open image link_close") return undefined;
  return visible.find((child) => child.nesting === 0);
}

function makeFigure(token: Token, type: string): void {
  token.type = type;
  token.tag = "figure";
  // A tight list hides the paragraphs of its items.
  token.hidden = false;
}

function toCaption(state: StateCore, title: string): Token[] {
  const open = new state.Token("figcaption_open", "figcaption", 1);
  const text = new state.Token("text", "", 0);
  text.content = title;
  return [open, text, new state.Token("figcaption_close", "figcaption", -1)];
}
