/** A tag of an export is short; what has no end after so much is none. */
const longestTag = 65_536;
const longestInstruction = 1024;

export type Markup =
  | { readonly kind: "tag"; readonly end: number }
  | { readonly kind: "instruction"; readonly end: number }
  | { readonly kind: "cdata" | "comment"; readonly end: number }
  /** The `<` is mere text. */
  | { readonly kind: "text" }
  /** More text is needed to tell. */
  | { readonly kind: "cut" };

const plainTag = /<\/?[A-Za-z_][\w:.-]{0,80}>/y;

/** What begins at the `<` at `at`. */
export function findMarkup(text: string, at: number, isWhole: boolean): Markup {
  // Nearly all tags of an export have no attributes.
  plainTag.lastIndex = at;
  if (plainTag.test(text)) return { kind: "tag", end: plainTag.lastIndex };
  const start = text.slice(at, at + 9);
  if (start === "<![CDATA[") return { kind: "cdata", end: at + 9 };
  if (start.startsWith("<!--")) return { kind: "comment", end: at + 4 };
  if (!isWhole && ["<![CDATA[", "<!--", "</", "<?"].some((mark) => mark.startsWith(start))) return { kind: "cut" };
  if (start.startsWith("<?")) return findInstruction(text, at, isWhole);
  if (!/^<\/?[\p{L}_:]/u.test(start)) return { kind: "text" };
  return findTag(text, at, isWhole);
}

function findInstruction(text: string, at: number, isWhole: boolean): Markup {
  const reach = text.slice(at, at + longestInstruction);
  const end = reach.indexOf("?>");
  const isOne = /^<\?[\p{L}_]/u.test(reach) && !reach.slice(1, end < 0 ? undefined : end).includes("<");
  if (end >= 0) return isOne ? { kind: "instruction", end: at + end + 2 } : { kind: "text" };
  const mayGoOn = !isWhole && reach.length < longestInstruction && (isOne || reach.length < 3);
  return mayGoOn ? { kind: "cut" } : { kind: "text" };
}

const name = String.raw`[\p{L}_:][\p{L}\p{M}\p{N}_:.·-]*`;
const wholeTag = new RegExp(String.raw`^<\/?${name}(?:\s+${name}\s*=\s*(?:"[^"]*"|'[^']*'))*\s*\/?>$`, "u");

/** Quotation marks count behind `=` only, and a tag within a tag is none. */
function findTag(text: string, at: number, isWhole: boolean): Markup {
  const marks = /=\s{0,99}["']|[<>]/g;
  marks.lastIndex = at + 1;
  const limit = at + longestTag;
  for (let mark = marks.exec(text); mark && mark.index < limit; mark = marks.exec(text)) {
    const char = mark[0].at(-1) ?? "";
    if (char === ">")
      return wholeTag.test(text.slice(at, mark.index + 1)) ? { kind: "tag", end: mark.index + 1 } : { kind: "text" };
    if (char === "<") return { kind: "text" };
    const close = text.indexOf(char, marks.lastIndex);
    if (close < 0) break;
    marks.lastIndex = close + 1;
  }
  return !isWhole && text.length < limit ? { kind: "cut" } : { kind: "text" };
}
