/** A stretch of text, within or without the words that were looked for. */
export type Piece = { readonly text: string; readonly isMarked: boolean };

/** What a result shows; a text that was found by its title alone begins with its first words. */
export type Shown = { readonly title: readonly Piece[]; readonly text: readonly Piece[] };

type Source = {
  readonly excerpt: string;
  /** The whole text, of which the excerpt is a part and the title the beginning. */
  readonly content: string;
  readonly title: string;
};

/**
 * Takes Pagefind's excerpt apart: `<mark>` alone is markup in it, whatever else looks like a tag is text. Where the
 * excerpt begins within the title, its marks are the title's, and the rest goes on as the excerpt.
 */
export function dissect({ excerpt, content, title }: Source): Shown {
  const pieces = parsePieces(excerpt);
  const start = Math.max(0, content.indexOf(toText(pieces)));
  const end = start + toText(pieces).length;
  const inTitle = content.startsWith(title) ? Math.max(0, title.length - start) : 0;
  const [tail, rest] = cut(pieces, inTitle);
  const gap = inTitle > 0 ? (/^[.\s]*/.exec(toText(rest))?.[0].length ?? 0) : 0;
  const [, text] = cut(rest, gap);
  return {
    title: inTitle > 0 ? [...plain(title.slice(0, start)), ...tail] : plain(title),
    text: [
      ...(start > 0 && inTitle === 0 ? plain("… ") : []),
      ...text,
      ...(text.length > 0 && end < content.trimEnd().length ? plain(" …") : []),
    ],
  };
}

function parsePieces(excerpt: string): Piece[] {
  return excerpt.split(/<\/?mark>/).flatMap((part, index) => {
    const text = part.replaceAll("&lt;", "<").replaceAll("&gt;", ">");
    if (index % 2 === 0) return plain(text);
    // A word for Pagefind is what stands between spaces.
    const [, before = "", word = "", after = ""] =
      /^(\P{L}*?)([\p{L}\p{N}].*?)?([^\p{L}\p{M}\p{N}]*)$/su.exec(text) ?? [];
    return [...plain(before), { text: word, isMarked: true }, ...plain(after)].filter((piece) => piece.text !== "");
  });
}

function plain(text: string): Piece[] {
  return text === "" ? [] : [{ text, isMarked: false }];
}

function toText(pieces: readonly Piece[]): string {
  return pieces.map(({ text }) => text).join("");
}

function cut(pieces: readonly Piece[], length: number): [Piece[], Piece[]] {
  const head: Piece[] = [];
  const rest: Piece[] = [];
  let left = length;
  for (const { text, isMarked } of pieces) {
    if (left > 0) head.push({ text: text.slice(0, left), isMarked });
    if (text.length > left) rest.push({ text: text.slice(Math.max(0, left)), isMarked });
    left -= text.length;
  }
  return [head, rest];
}
