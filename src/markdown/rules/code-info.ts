/** What stands after a fence: `ts title="src/x.ts" {2,4-6}`. */
export type CodeInfo = {
  /** As written, in lower case; empty for none. */
  readonly language: string;
  /** Empty for none. */
  readonly title: string;
  /** First and last of the lines to mark, from 1. */
  readonly marked: readonly (readonly [from: number, to: number])[];
};

const title = /\btitle\s*=\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|(\S+))/;
const lineList = /\{([\d\s,-]*)\}/;

/** Unknown words are left alone: other engines have theirs. Escapes are undone last, so that a title may hold quotes. */
export function parseCodeInfo(info: string, unescape: (text: string) => string): CodeInfo {
  const [language = ""] = /^(?!title\s*=)[^\s{]+/.exec(info.trim()) ?? [];
  const [, double, single, bare] = title.exec(info) ?? [];
  return {
    language: unescape(language).toLowerCase(),
    title: unescape(double ?? single ?? bare ?? ""),
    marked: toRanges(lineList.exec(info.replace(title, ""))?.[1] ?? ""),
  };
}

function toRanges(list: string): [number, number][] {
  return list.split(",").flatMap((part) => {
    const [, from, to = from] = /^\s*(\d+)(?:\s*-\s*(\d+))?\s*$/.exec(part) ?? [];
    return from === undefined ? [] : [[Number(from), Number(to)]];
  });
}

/** Whether each line, from 0, is marked; in one pass, however many ranges overlap. */
export function toMarkedLines({ marked }: CodeInfo, lineCount: number): boolean[] {
  const steps = Array.from({ length: lineCount + 2 }, () => 0);
  for (const [from, to] of marked) {
    if (from < 1 || from > lineCount || to < from) continue;
    const end = Math.min(to, lineCount) + 1;
    steps[from] = (steps[from] ?? 0) + 1;
    steps[end] = (steps[end] ?? 0) - 1;
  }
  let depth = 0;
  return steps.slice(1, lineCount + 1).map((step) => {
    depth += step;
    return depth > 0;
  });
}
