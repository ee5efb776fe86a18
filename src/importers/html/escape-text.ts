/** What stands around a piece of text in its paragraph, one character each way; "\n" at an end or a line's beginning. */
export type Surroundings = {
  readonly before: string;
  readonly after: string;
  readonly isInLink: boolean;
  /** Whether a word stands right before that link: markdown-it then takes an address in it for one of the text. */
  readonly isAfterWord?: boolean;
};

/**
 * In place of a dollar until its whole paragraph is known: whether it begins a formula depends on what follows.
 * Control characters are taken out of the text beforehand.
 */
export const dollarSign = "\u0001";

const special = /[\\`*_[\]<&~$^!@]|:\/\/|\bwww\./gi;
const entity = /^&(?:#x[0-9a-f]{1,6}|#\d{1,7}|[a-z][a-z0-9]{1,31});/i;

/** Text as our renderer shows it again: escapes where something would be a sign, and nowhere else. */
export function escapeText(text: string, around: Surroundings): string {
  special.lastIndex = 0;
  let result = text;
  if (special.test(text)) {
    result = text.replace(special, (sign: string, index: number) => escapeSign(sign, { text, index, around }));
  }
  if (around.before === "\n") return escapeLineStart(result);
  // Right after a formula a digit would say that it is none.
  return around.before === "$" ? result.replace(/^\d/, (digit) => `&#${digit.charCodeAt(0)};`) : result;
}

type Place = { readonly text: string; readonly index: number; readonly around: Surroundings };

function escapeSign(sign: string, { text, index, around }: Place): string {
  const before = index === 0 ? around.before : text.charAt(index - 1);
  const next = index + sign.length;
  const after = next >= text.length ? around.after : text.charAt(next);
  switch (sign) {
    case "\\":
      return next >= text.length || /[!-/:-@[-`{-~\n]/.test(after) ? "\\\\" : sign;
    case "`":
      return "\\`";
    case "*":
      return isSpace(before) && isSpace(after) && before !== "\n" ? sign : "\\*";
    case "_":
      return (isSpace(before) && isSpace(after) && before !== "\n") || (isWordChar(before) && isWordChar(after))
        ? sign
        : "\\_";
    case "[":
      return around.isInLink || after === "^" ? "\\[" : sign;
    case "]":
      return around.isInLink || after === "(" || after === "[" ? "\\]" : sign;
    case "<":
      return /[A-Za-z/!?]/.test(after) || next >= text.length ? "\\<" : sign;
    case "&":
      return entity.test(text.slice(index, index + 40)) ? "\\&" : sign;
    case "~":
      return before === "~" || after === "~" ? "\\~" : sign;
    case "$":
      return dollarSign;
    case "^":
      return after === "[" ? "\\^" : sign;
    case "!":
      return after === "[" ? "\\!" : sign;
    case "@":
      return !around.isInLink && /[\w.+-]/.test(before) && /[\p{L}\p{N}]/u.test(after) ? "\\@" : sign;
    case "://":
      return (around.isInLink && !around.isAfterWord) || !/[a-z]/i.test(before) ? sign : "\\://";
    default:
      // www.
      return around.isInLink ? sign : `${sign.slice(0, -1)}\\.`;
  }
}

function isSpace(char: string): boolean {
  return char === " " || char === "\n";
}

/** Of scripts with spaces between words: next to others the emphasis of CJK texts has rules of its own. */
function isWordChar(char: string): boolean {
  return /[0-9A-Za-zª-ɏΆ-ԯ]/.test(char) && char !== "×" && char !== "÷";
}

const lineStarts: readonly (readonly [start: RegExp, escaped: string])[] = [
  [/^(#{1,6})(?=[ \t\n]|$)/, "\\$1"],
  [/^(\d{1,9})([.)])(?=[ \t\n]|$)/, "$1\\$2"],
  [/^([-+*:~])(?=[ \t\n]|$)/, "\\$1"],
  [/^>/, "\\>"],
  [/^([-=|:])(?=[-=|: ]*(?:\n|$))/, "\\$1"],
  // Up to a bracket that closes it: `[…]:` names an address, over several lines too.
  [/^\[(?=[!^]|[ xX]\]|[^\\\]]*(?:\\[^][^\\\]]*)*(?:\]:|$))/, "\\["],
];

/** At a line's beginning more is a sign: of a list, a heading, a table, a term's description. */
function escapeLineStart(text: string): string {
  if (!/^[#\d\-+*:~>=|[]/.test(text)) return text;
  for (const [start, escaped] of lineStarts) {
    if (start.test(text)) return text.replace(start, escaped);
  }
  return text;
}
