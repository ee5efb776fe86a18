import type { MarkdownIt, StateCore, Token } from "markdown-it";
import type { ImagePlace } from "../../content/image-place.ts";
import { Rendering } from "../rendering.ts";
import { readCaption, readPictures, type Picture } from "./picture-paragraph.ts";

/**
 * Paragraphs of nothing but pictures: one becomes a figure, several a gallery, no matter whether they share a paragraph
 * or follow one another in paragraphs of their own. A picture in a paragraph of its own that has a caption stands by
 * itself. Says of each where it stands, by which its widths are chosen.
 */
export function figures(md: MarkdownIt): void {
  md.core.ruler.push("figures", (state) => {
    if (!state.tokens.some((token) => token.children?.some(({ type }) => type === "image"))) return;
    const { places } = Rendering.of(state.env);
    const result: Token[] = [];
    let index = 0;
    while (index < state.tokens.length) {
      const group = readGroup(state.tokens, index);
      const tokens = group ? toFigure(state, group, places) : state.tokens.slice(index, index + 1);
      for (const token of tokens) result.push(token);
      index += group?.length ?? 1;
    }
    state.tokens = result;
  });
  md.renderer.rules.figure_open = (tokens, index, options, env, renderer) => {
    if (tokens[index]?.attrGet("class")) Rendering.of(env).parts.add("images");
    return renderer.renderToken(tokens, index, options);
  };
}

/** One or more paragraphs that belong together, and how many tokens they are. */
type Group = {
  readonly pictures: readonly PlacedPicture[];
  /** Of all of them. */
  readonly caption?: readonly Token[];
  readonly length: number;
};

/** A picture and the paragraph in which it stands. */
type PlacedPicture = Picture & { readonly inline: Token };

function readGroup(tokens: readonly Token[], start: number): Group | undefined {
  const first = readParagraph(tokens, start);
  if (!first || !isOpen(first)) return first;
  const pictures = [...first.pictures];
  let { length } = first;
  for (;;) {
    const next = readParagraph(tokens, start + length);
    if (!next || !isOpen(next)) break;
    for (const picture of next.pictures) pictures.push(picture);
    length += next.length;
  }
  // In a tight list a picture is an item's whole text.
  if (pictures.length === 1 && tokens[start]?.hidden) return undefined;
  return { ...first, pictures, length };
}

/** Whether pictures of the next paragraph may join: a caption ends a group. */
function isOpen({ pictures, caption }: Group): boolean {
  return caption === undefined && (pictures.length > 1 || pictures[0]?.caption === undefined);
}

function readParagraph(tokens: readonly Token[], start: number): Group | undefined {
  const inline = toInline(tokens, start);
  const read = inline && readPictures(inline.children ?? []);
  if (!read) return undefined;
  const pictures = read.pictures.map((picture) => ({ ...picture, inline }));
  const hasCaption = read.caption !== undefined || (pictures.length === 1 && pictures[0]?.caption !== undefined);
  const below = hasCaption ? undefined : readCaption(toInline(tokens, start + 3)?.children ?? []);
  const caption = read.caption ?? below;
  return { pictures, length: below ? 6 : 3, ...(caption && { caption }) };
}

function toInline(tokens: readonly Token[], start: number): Token | undefined {
  const [open, inline, close] = tokens.slice(start, start + 3);
  return open?.type === "paragraph_open" && close?.type === "paragraph_close" ? inline : undefined;
}

type Places = Rendering["places"];

function toFigure(state: StateCore, { pictures, caption }: Group, places: Places): Token[] {
  const [first] = pictures;
  if (!first) return [];
  const isGallery = pictures.length > 1;
  const open = toTag(state, "figure", 1, true);
  const columns = pictures.length === 2 || pictures.length === 4 ? 2 : 3;
  if (isGallery) open.attrSet("class", columns === 2 ? "gallery pairs" : "gallery");
  pictures.forEach((picture, index) => {
    const isWide = pictures.length % 2 === 1 && index === pictures.length - 1;
    place(picture, isGallery ? { kind: "cell", columns, isWide } : { kind: "column" }, places);
  });
  const content = isGallery
    ? pictures.flatMap((picture) => toCell(state, picture))
    : [toText(state, first.inline, first.tokens), ...toCaption(state, first)];
  return [open, ...content, ...toCaption(state, { inline: first.inline, caption }), toTag(state, "figure", -1, true)];
}

function place({ image, isLinked, caption }: Picture, where: ImagePlace, places: Places): void {
  places.set(image, { place: where, enlarges: !isLinked });
  // It is read below the picture already.
  if (typeof caption === "string") image.attrs = (image.attrs ?? []).filter(([name]) => name !== "title");
}

function toCell(state: StateCore, picture: PlacedPicture): Token[] {
  const shown = toText(state, picture.inline, picture.tokens);
  if (!picture.caption) return [shown];
  return [toTag(state, "figure", 1), shown, ...toCaption(state, picture), toTag(state, "figure", -1)];
}

type Captioned = Pick<PlacedPicture, "inline"> & { readonly caption?: Picture["caption"] | undefined };

function toCaption(state: StateCore, { caption, inline }: Captioned): Token[] {
  if (!caption) return [];
  const text = new state.Token("text", "", 0);
  if (typeof caption === "string") text.content = caption;
  const children = typeof caption === "string" ? [text] : caption;
  return [toTag(state, "figcaption", 1), toText(state, inline, children), toTag(state, "figcaption", -1)];
}

function toTag(state: StateCore, name: "figure" | "figcaption", nesting: 1 | -1, block = false): Token {
  const token = new state.Token(`${name}_${nesting === 1 ? "open" : "close"}`, name, nesting);
  token.block = block;
  return token;
}

/** A part of a paragraph, which stands in the same lines. */
function toText(state: StateCore, { map, level }: Token, children: readonly Token[]): Token {
  const part = new state.Token("inline", "", 0);
  part.map = map;
  part.level = level;
  part.children = [...children];
  return part;
}
