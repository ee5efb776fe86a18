export type FrontStyle = "yaml" | "toml" | "json" | "none";

/** A file cut into front matter and text; `text` has `\n` alone at the ends of its lines. */
export type SplitFront = {
  readonly style: FrontStyle;
  /** What stands between the marks. */
  readonly source: string;
  /** Line of the file, from 1, on which `source` begins. */
  readonly line: number;
  readonly body: string;
  /** Line of the file on which `body` begins. */
  readonly bodyLine: number;
  /** Why there is a mark but no front matter. */
  readonly mistake?: string;
};

export type SplitOptions = {
  /** Hexo takes front matter without a mark above it. */
  readonly allowsOpenTop: boolean;
};

/** Every way of Jekyll, Hexo, Hugo, Eleventy and Zola to write front matter. */
export function splitFront(text: string, { allowsOpenTop }: SplitOptions): SplitFront {
  const start = /^\s*/.exec(text)?.[0].length ?? 0;
  const above = text.slice(0, start).split("\n").length;
  const rest = text.slice(start);
  if (start > 0 && !text.slice(0, start).endsWith("\n")) return withoutFront(text);
  if (/^-{3,}(?:\s*(?:yaml|yml))?[ \t]*(?:\n|$)/.test(rest)) {
    return between(rest, { style: "yaml", above, closing: /^(?:-{3,}|\.\.\.)[ \t]*$/m });
  }
  if (/^\+\+\+[ \t]*(?:\n|$)/.test(rest)) return between(rest, { style: "toml", above, closing: /^\+\+\+[ \t]*$/m });
  if (/^---(?:toml)[ \t]*\n/.test(rest)) return between(rest, { style: "toml", above, closing: /^---[ \t]*$/m });
  if (/^(?:---json|;{3,})[ \t]*\n/.test(rest)) {
    return between(rest, { style: "json", above, closing: /^(?:---|;{3,})[ \t]*$/m });
  }
  if (/^\{[ \t]*(?:\n|")/.test(rest)) return splitObject(rest, above) ?? withoutFront(text);
  return (allowsOpenTop ? splitOpenTop(rest, above) : undefined) ?? withoutFront(text);
}

function withoutFront(body: string): SplitFront {
  return { style: "none", source: "", line: 1, body, bodyLine: 1 };
}

type Marks = { readonly style: FrontStyle; readonly above: number; readonly closing: RegExp };

function between(text: string, { style, above, closing }: Marks): SplitFront {
  const begin = text.indexOf("\n") + 1;
  const rest = begin === 0 ? "" : text.slice(begin);
  const end = closing.exec(rest);
  if (!end) return { ...withoutFront(text), bodyLine: above, mistake: "the front matter has no end" };
  return join({
    style,
    source: rest.slice(0, end.index),
    line: above + 1,
    after: rest.slice(end.index + end[0].length),
  });
}

type Parts = { readonly style: FrontStyle; readonly source: string; readonly line: number; readonly after: string };

/** `after` begins behind the closing mark, on its line. */
function join({ style, source, line, after }: Parts): SplitFront {
  const bodyLine = line + source.split("\n").length;
  return { style, source, line, body: after.replace(/^\n/, ""), bodyLine };
}

/** Hugo's JSON: an object at the very top. */
function splitObject(text: string, above: number): SplitFront | undefined {
  const end = findObjectEnd(text);
  if (end === undefined || !/^[ \t]*(?:\n|$)/.test(text.slice(end, end + 200))) return undefined;
  const source = text.slice(0, end);
  const bodyLine = above + source.split("\n").length;
  return { style: "json", source, line: above, body: text.slice(end).replace(/^[ \t]*\n/, ""), bodyLine };
}

function findObjectEnd(text: string): number | undefined {
  const mark = /[{}"]/g;
  let depth = 0;
  for (let found = mark.exec(text); found; found = mark.exec(text)) {
    if (found[0] === '"') mark.lastIndex = endOfString(text, found.index);
    else depth += found[0] === "{" ? 1 : -1;
    if (depth === 0) return found.index + 1;
  }
  return undefined;
}

function endOfString(text: string, open: number): number {
  for (let index = open + 1; index < text.length; index += 1) {
    if (text[index] === "\\") index += 1;
    else if (text[index] === '"' || text[index] === "\n") return index + 1;
  }
  return text.length;
}

/** Keys down to the first line of `---` (YAML) or `;;;` (JSON without its braces). */
function splitOpenTop(text: string, above: number): SplitFront | undefined {
  if (!/^["']?[\w-]+["']?[ \t]*:/.test(text)) return undefined;
  const end = /^(-{3,}|;{3,})[ \t]*$/m.exec(text);
  if (!end) return undefined;
  const source = text.slice(0, end.index);
  // A line of dashes below a paragraph is a heading of the text.
  if (/\n[ \t]*\n/.test(source.trimEnd())) return undefined;
  const style = end[1]?.startsWith(";") ? "json" : "yaml";
  return join({ style, source, line: above, after: text.slice(end.index + end[0].length) });
}
