/** Where text stops being JSON, and what to do. */
export type JsonMistake = { readonly offset: number; readonly remedy: string };

const space = /[ \t\n\r]*/y;
const scalar =
  /"[^"\\\p{Cc}]*(?:\\(?:["\\/bfnrt]|u[0-9a-f]{4})[^"\\\p{Cc}]*)*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:e[+-]?\d+)?(?![\w.])|(?:true|false|null)\b/iuy;
const name = /"[^"\\\p{Cc}]*(?:\\(?:["\\/bfnrt]|u[0-9a-f]{4})[^"\\\p{Cc}]*)*"/iuy;

type Expected = "value" | "value or end" | "name" | "name or end" | "colon" | "comma or end" | "nothing";

/** The first place that no JSON could go on from; for text that is known to be none. */
export function findJsonMistake(text: string): JsonMistake {
  const open: string[] = [];
  let expected: Expected = "value";
  let offset = 0;
  for (;;) {
    offset = skip(space, text, offset);
    const next = step(text, offset, expected, open);
    if (!next) return { offset, remedy: toRemedy(text, offset, expected) };
    ({ offset, expected } = next);
  }
}

type Step = { readonly offset: number; readonly expected: Expected };

/** One token on; `open` holds the brackets that are not closed. Undefined where the token is not what is expected. */
function step(text: string, offset: number, expected: Expected, open: string[]): Step | undefined {
  const char = text[offset] ?? "";
  const close = open.at(-1) === "{" ? "}" : "]";
  if (char === close && open.length > 0 && expected.endsWith("end")) {
    open.pop();
    return { offset: offset + 1, expected: behindValue(open) };
  }
  if (expected === "comma or end" && char === ",") {
    return { offset: offset + 1, expected: open.at(-1) === "{" ? "name" : "value" };
  }
  if (expected === "colon" && char === ":") return { offset: offset + 1, expected: "value" };
  if (expected.startsWith("name")) return advance(name, text, offset, "colon");
  if (!expected.startsWith("value")) return undefined;
  if (char === "{" || char === "[") {
    open.push(char);
    return { offset: offset + 1, expected: char === "{" ? "name or end" : "value or end" };
  }
  return advance(scalar, text, offset, behindValue(open));
}

function behindValue(open: readonly string[]): Expected {
  return open.length > 0 ? "comma or end" : "nothing";
}

function advance(token: RegExp, text: string, offset: number, expected: Expected): Step | undefined {
  const end = skip(token, text, offset);
  return end === offset ? undefined : { offset: end, expected };
}

function skip(token: RegExp, text: string, offset: number): number {
  token.lastIndex = offset;
  return offset + (token.exec(text)?.[0].length ?? 0);
}

function toRemedy(text: string, offset: number, expected: Expected): string {
  const rest = text.slice(offset);
  if (rest === "") return "Close what is open: a bracket is missing at the end.";
  if (/^\/[/*]/.test(rest)) return "Remove the comment; JSON has none.";
  if (/^[}\]]/.test(rest) && expected !== "nothing")
    return "Remove the comma in front of it, or write what is missing.";
  if (expected === "comma or end") return "Write a comma between two entries.";
  if (expected === "colon") return 'Write a colon behind the name: `"name": …`.';
  if (expected === "nothing") return "Remove what stands behind the object.";
  return 'Write names and texts in double quotes, on one line: `"name": "text"`.';
}
