import type { Token } from "markdown-it";

/** What stands around a quotation mark, across tokens, and what follows from it. */
export type Surroundings = {
  readonly before: string;
  readonly after: string;
  /** The text after the mark, as far as an elision goes. */
  readonly following: string;
  readonly canOpen: boolean;
  readonly canClose: boolean;
};

const word = /[\p{L}\p{M}\p{N}]/u;
const symbol = /[\p{P}\p{S}]/u;
/** Scripts that put no space around a quotation, or hang letters on it. */
const unspaced = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}ー]/u;
/** `'90s`, `'tis`, `rock 'n' roll`; not `'42'`. */
const elision = /^(\d\ds?(?![\p{L}\p{N}'])|(tis|twas|twere|em|til|cause|bout|round|n)(?![\p{L}\p{N}]))/iu;

/** A function from a child's number and an index in its text to what stands around. */
export function toSurroundings(children: readonly Token[]): (child: number, index: number) => Surroundings {
  const offsets: number[] = [];
  let flat = "";
  for (const token of children) {
    offsets.push(flat.length);
    flat += toFlatText(token);
  }
  return (child, index) => {
    const position = (offsets[child] ?? 0) + index;
    return judge(charBefore(flat, position), flat.slice(position + 1, position + 9));
  };
}

/** Between letters (`don't`), or where letters were left out before a word (`'90s`); `5'10` is a length. */
export function isApostrophe({ before, after, following }: Surroundings): boolean {
  if (unspaced.test(before) || unspaced.test(after)) return false;
  if (!word.test(before)) return elision.test(following);
  return word.test(after) && !(/\p{N}/u.test(before) && /\p{N}/u.test(after));
}

function judge(before: string, following: string): Surroundings {
  const after = following === "" ? "" : String.fromCodePoint(following.codePointAt(0) ?? 0);
  const spaceBefore = before.trim() === "";
  const spaceAfter = after.trim() === "";
  const symbolBefore = symbol.test(before);
  const symbolAfter = symbol.test(after);
  let canOpen = !spaceAfter && (!symbolAfter || spaceBefore || symbolBefore || unspaced.test(before));
  let canClose = !spaceBefore && (!symbolBefore || spaceAfter || symbolAfter || unspaced.test(after));
  if (canOpen && canClose && !unspaced.test(before + after)) {
    canOpen = symbolBefore;
    canClose = symbolAfter;
  }
  return { before, after, following, canOpen, canClose };
}

function toFlatText(token: Token): string {
  switch (token.type) {
    case "text":
    case "text_special":
    case "code_inline":
      return token.content;
    case "softbreak":
    case "hardbreak":
      return "\n";
    case "image":
    case "math_inline":
      return "x";
    case "html_inline":
      return /^<br[\s/>]/i.test(token.content) ? "\n" : "";
    default:
      return "";
  }
}

function charBefore(text: string, position: number): string {
  const pair = text.slice(Math.max(0, position - 2), position);
  return /^[\ud800-\udbff][\udc00-\udfff]$/.test(pair) ? pair : pair.slice(-1);
}
