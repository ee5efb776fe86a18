import type { Token } from "markdown-it";

/** An image with the author's link around it, if there is one, and what is said of it. */
export type Picture = {
  readonly image: Token;
  readonly tokens: readonly Token[];
  readonly isLinked: boolean;
  /** From the line below it, with its markup, else from its title. */
  readonly caption?: readonly Token[] | string;
};

export type PictureParagraph = {
  readonly pictures: readonly Picture[];
  /** Of several, when one line of emphasis stands below them all. */
  readonly caption?: readonly Token[];
};

/** Undefined when a paragraph has anything in it but pictures, each perhaps with a line of emphasis below it. */
export function readPictures(children: readonly Token[]): PictureParagraph | undefined {
  const pictures: Picture[] = [];
  const captions: number[] = [];
  let isNewLine = false;
  let index = 0;
  while (index < children.length) {
    const token = children[index];
    if (token && isBlank(token)) {
      isNewLine ||= token.type !== "text";
      index += 1;
      continue;
    }
    const picture = readPicture(children, index);
    const emphasis = picture || !isNewLine ? undefined : readEmphasis(children, index);
    const last = pictures.at(-1);
    if (picture) pictures.push(picture);
    else if (!emphasis || !last || captions.at(-1) === pictures.length) return undefined;
    else {
      captions.push(pictures.length);
      pictures[pictures.length - 1] = { ...last, caption: emphasis.slice(1, -1) };
    }
    index += (picture?.tokens ?? emphasis ?? []).length;
    isNewLine = false;
  }
  if (pictures.length === 0) return undefined;
  const isCommon = pictures.length > 1 && captions.length === 1 && captions[0] === pictures.length;
  return isCommon ? toCommonCaption(pictures) : { pictures };
}

/** What stands in a paragraph that is nothing but emphasis. */
export function readCaption(children: readonly Token[]): readonly Token[] | undefined {
  const start = children.findIndex((token) => !isBlank(token));
  const emphasis = start < 0 ? undefined : readEmphasis(children, start);
  return emphasis && children.slice(start + emphasis.length).every(isBlank) ? emphasis.slice(1, -1) : undefined;
}

function readPicture(tokens: readonly Token[], index: number): Picture | undefined {
  const [first, second, third] = tokens.slice(index, index + 3);
  if (first?.type === "image") return { image: first, tokens: [first], isLinked: false, ...titleOf(first) };
  if (first?.type !== "link_open" || second?.type !== "image" || third?.type !== "link_close") return undefined;
  return { image: second, tokens: [first, second, third], isLinked: true, ...titleOf(second) };
}

function titleOf(image: Token): { readonly caption?: string } {
  const title = image.attrGet("title");
  return title ? { caption: title } : {};
}

function isBlank({ type, content }: Token): boolean {
  return type === "softbreak" || type === "hardbreak" || (type === "text" && content.trim() === "");
}

/** The tokens from its beginning to its end. */
function readEmphasis(tokens: readonly Token[], start: number): readonly Token[] | undefined {
  if (tokens[start]?.type !== "em_open") return undefined;
  let depth = 0;
  for (let index = start; index < tokens.length; index += 1) {
    if (tokens[index]?.type === "em_open") depth += 1;
    if (tokens[index]?.type === "em_close") depth -= 1;
    if (depth === 0) return tokens.slice(start, index + 1);
  }
  return undefined;
}

function toCommonCaption(pictures: readonly Picture[]): PictureParagraph {
  const caption = pictures.at(-1)?.caption;
  const own = pictures.map(({ image, tokens, isLinked }) => ({ image, tokens, isLinked, ...titleOf(image) }));
  return { pictures: own, ...(typeof caption === "object" && { caption }) };
}
