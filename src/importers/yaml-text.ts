/** One line of text as a YAML value: in quotes only where it would be read as something else without. */
export function toYamlText(text: string): string {
  return isPlain(text) ? text : toQuoted(text);
}

/** `[one, two]` */
export function toFlowList(items: readonly string[]): string {
  const texts = items.map((item) => (isPlain(item) && !/[,[\]{}]/.test(item) ? item : toQuoted(item)));
  return `[${texts.join(", ")}]`;
}

// What readers of YAML 1.1 and 1.2 take for something else than text, beginnings that mean something, and what ends a
// plain text in the middle of it.
const words = /^(?:~|null|true|false|yes|no|on|off|y|n|=|<<)$/i;
const numbers = /^[-+.]?(?:\d|inf\b|nan\b)/i;
const beginnings = /^[-?:,[\]{}#&*!|>'"%@`.=<~]|^\s|\s$/;
const endings = /:(?:\s|$)|\s#/;
const unprintable = /[\p{Cc}\p{Cs}\u2028\u2029\uFEFF\uFFFE\uFFFF]/u;

function isPlain(text: string): boolean {
  if (text === "" || words.test(text) || beginnings.test(text) || endings.test(text)) return false;
  return !unprintable.test(text) && !isNumber(text);
}

// `7 things` is text to everybody, `7`, `0x1F`, `1_000`, `12:30:45` and `2012-05-01` are not.
function isNumber(text: string): boolean {
  return numbers.test(text) && /^[-+.\w:]+$/.test(text);
}

function toQuoted(text: string): string {
  if (!unprintable.test(text) && /["\\]/.test(text) && !text.includes("'")) return `'${text}'`;
  const escaped = text.replace(/["\\]/g, "\\$&").replace(new RegExp(unprintable.source, "gu"), toEscape);
  return `"${escaped}"`;
}

function toEscape(char: string): string {
  const code = char.codePointAt(0) ?? 0;
  return `\\u${code.toString(16).padStart(4, "0")}`;
}
