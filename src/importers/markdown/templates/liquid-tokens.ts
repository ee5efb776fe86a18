import { createMarkFinder, type TagToken } from "./tag-token.ts";

const verbatim = new Set(["raw", "verbatim", "highlight", "comment", "codeblock", "code"]);

export type LiquidOptions = {
  /** Where a tag is no tag. */
  readonly isHidden: (index: number) => boolean;
};

/** The tags and values of Liquid, Nunjucks and Hexo, in order. */
export function findLiquidTokens(text: string, { isHidden }: LiquidOptions): TagToken[] {
  const tokens: TagToken[] = [];
  const endOfTag = createMarkFinder(text, "%}");
  const endOfValue = createMarkFinder(text, "}}");
  const ends = new Map<string, ReturnType<typeof createEndFinder>>();
  const mark = /\{[%{#]/g;
  for (let found = mark.exec(text); found; found = mark.exec(text)) {
    const start = found.index;
    if (found[0] === "{#" || isHidden(start)) continue;
    const close = found[0] === "{%" ? endOfTag(start + 2) : endOfValue(start + 2);
    if (close < 0) continue;
    const end = close + 2;
    const inner = text
      .slice(start + 2, close)
      .replace(/^-|-$/g, "")
      .trim();
    mark.lastIndex = end;
    if (found[0] === "{{") {
      tokens.push({ kind: "output", name: "", rest: inner, start, end });
      continue;
    }
    const [, name = "", rest = ""] = /^(\w+)\s*(.*)$/s.exec(inner) ?? [];
    if (name === "") continue;
    const finder = ends.get(name) ?? createEndFinder(text, name);
    ends.set(name, finder);
    const stop = verbatim.has(name) ? finder(end) : undefined;
    tokens.push(toToken({ name, rest, start, end }, stop));
    if (stop) mark.lastIndex = stop.end;
  }
  return tokens;
}

type Stop = { readonly start: number; readonly end: number };

function toToken(tag: { name: string; rest: string; start: number; end: number }, stop: Stop | undefined): TagToken {
  if (stop) return { kind: "open", ...tag, end: stop.end, verbatim: { start: tag.end, end: stop.start } };
  if (tag.name.startsWith("end")) return { kind: "close", ...tag, name: tag.name.slice(3) };
  return { kind: "open", ...tag };
}

function createEndFinder(text: string, name: string): (from: number) => Stop | undefined {
  let isOver = false;
  const end = new RegExp(`\\{%-?[ \\t\\n]{0,20}end${name}[ \\t\\n]{0,20}-?%\\}`, "g");
  return (from) => {
    if (isOver) return undefined;
    end.lastIndex = from;
    const found = end.exec(text);
    if (!found) isOver = true;
    return found ? { start: found.index, end: end.lastIndex } : undefined;
  };
}
