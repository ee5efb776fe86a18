import type { Range } from "../range.ts";

/** A block's beginning, its end, or a whole one without content, in the order of the text. */
export type BlockMark = Range & {
  /** Without `core/`. */
  readonly name: string;
  readonly kind: "begin" | "end" | "void";
  /** As JSON; empty for none. */
  readonly attributes: string;
};

/** All `<!-- wp:… -->` of a text. */
export function readBlockMarks(text: string): BlockMark[] {
  const marks: BlockMark[] = [];
  for (let start = text.indexOf("<!--"); start >= 0;) {
    const close = text.indexOf("-->", start + 4);
    if (close < 0) break;
    comment.lastIndex = start;
    const found = comment.exec(text);
    const mark = found && comment.lastIndex <= close && toMark(text, { found, from: comment.lastIndex, close });
    if (mark) marks.push(mark);
    start = text.indexOf("<!--", close + 3);
  }
  return marks;
}

const comment = /<!--\s{1,9}(\/?)wp:([a-z][\w-]*(?:\/[a-z][\w-]*)?)(?=[\s/-])/y;

type Found = { readonly found: RegExpExecArray; readonly from: number; readonly close: number };

function toMark(text: string, { found, from, close }: Found): BlockMark | undefined {
  const [, slash, name = ""] = found;
  const inside = text.slice(from, close).trim();
  const isVoid = inside.endsWith("/");
  const attributes = (isVoid ? inside.slice(0, -1) : inside).trim();
  if (attributes !== "" && !attributes.startsWith("{")) return undefined;
  const kind = slash === "/" ? "end" : isVoid ? "void" : "begin";
  return { name: name.replace(/^core\//, ""), kind, attributes, start: found.index, end: close + 3 };
}
