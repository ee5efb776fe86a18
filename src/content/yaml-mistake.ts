import type { YAMLException } from "js-yaml";
import { isScalar, parseDocument, visit } from "yaml";
import { show } from "../lib/show.ts";

/** What is wrong with a piece of YAML, in the words of somebody who writes posts; from line 1 of the piece. */
export type YamlMistake = {
  readonly line: number;
  readonly column: number;
  readonly message: string;
  readonly remedy: string;
};

/** What the parser says. `row` and `column` count from 0 and may be behind the place that an author must look at. */
type Complaint = {
  readonly reason: string;
  readonly source: string;
  readonly lines: readonly string[];
  readonly row: number;
  readonly column: number;
};

type Rule = (complaint: Complaint) => YamlMistake | undefined;

/** The first that knows the mistake explains it. */
const rules: readonly Rule[] = [
  unprintable,
  tooDeep,
  tabIndentation,
  unclosedQuote,
  textBehindQuote,
  unknownEscape,
  specialBeginning,
  unclosedBracket,
  missingSpace,
  unquotedColon,
  unevenIndentation,
  noKey,
];

export function explainYaml({ reason, mark }: YAMLException, source: string): YamlMistake {
  const lines = source.split("\n");
  const row = Math.min(mark?.line ?? 0, lines.length - 1);
  const complaint = { reason, source, lines, row, column: mark?.column ?? 0 };
  for (const rule of rules) {
    const mistake = rule(complaint);
    if (mistake) return mistake;
  }
  const remedy = "Check indentation and brackets, and put a value that holds `: `, `#` or a quote into quotes.";
  return at(row, complaint.column, `the front matter is not valid YAML (${reason})`, remedy);
}

function unprintable({ reason, source }: Complaint): YamlMistake | undefined {
  if (!/null byte|non-printable/.test(reason)) return undefined;
  const offset = source.search(/(?!\n|\t)[\p{Cc}\uFFFE\uFFFF]/u);
  const message = "the front matter holds a character that cannot be printed";
  return atOffset(source, Math.max(0, offset), message, "Remove it.");
}

function tooDeep({ reason, row, column }: Complaint): YamlMistake | undefined {
  if (!reason.includes("maxDepth")) return undefined;
  return at(row, column, "the front matter nests too deep", "Front matter needs no list inside a list.");
}

function tabIndentation({ reason, lines, row }: Complaint): YamlMistake | undefined {
  const tab = /^ *(?=\t)/.exec(lines[row] ?? "")?.[0].length;
  if (tab === undefined || !/tab characters|bad indentation/.test(reason)) return undefined;
  return at(row, tab, "the line is indented with a tab", "Use two spaces instead.");
}

function unclosedQuote({ source }: Complaint): YamlMistake | undefined {
  const open = findQuoted(source).find(({ start, end }) => end - start < 2 || source[end - 1] !== source[start]);
  if (!open) return undefined;
  const found = source.slice(open.start).split("\n")[0] ?? "";
  const message = `a quote is opened and not closed (found ${show(found)})`;
  return atOffset(source, open.start, message, `Add the closing \`${found[0]}\`.`);
}

function textBehindQuote({ reason, source, lines, row, column }: Complaint): YamlMistake | undefined {
  const before = (lines[row] ?? "").slice(0, column).trimEnd();
  if (!/bad indentation|missed comma/.test(reason) || !/["']$/.test(before)) return undefined;
  const offset = lines.slice(0, row).reduce((sum, line) => sum + line.length + 1, before.length);
  const quoted = findQuoted(source).find(({ end }) => end === offset);
  if (!quoted) return undefined;
  const value = source.slice(quoted.start).split("\n")[0] ?? "";
  const message = `text stands behind the closing quote (found ${show(value)})`;
  const whole = value.endsWith(value[0] ?? "") ? value.slice(1, -1) : value;
  const example = reason.includes("comma") ? "" : toExample(whole);
  return atOffset(source, quoted.start, message, `Put the whole text into quotes${example}.`);
}

function unknownEscape({ reason, lines, row, column }: Complaint): YamlMistake | undefined {
  if (!reason.includes("escape")) return undefined;
  const start = (lines[row] ?? "").lastIndexOf("\\", column);
  const message = "a backslash in double quotes has a meaning of its own";
  return at(row, Math.max(0, start), message, "Use single quotes, or write `\\\\` for one backslash.");
}

function specialBeginning({ reason, lines, row, column }: Complaint): YamlMistake | undefined {
  const message = "the value begins with a character that means something else in YAML";
  const item = /^[@`%][^,\]}]*/.exec((lines[row] ?? "").slice(column))?.[0].trim();
  if (item && reason.includes("comma")) {
    return at(row, column, `${message} (found ${show(item)})`, `Put it into quotes${toExample(item)}.`);
  }
  if (!/bad indentation|alias|anchor|tag|line break|directive/.test(reason)) return undefined;
  const begins = /^(\s*(?:-\s+|[^\s:"'#[{][^:]*:\s+))([@`%*!&|>?,].*)$/;
  // An unknown tag is noticed in the next line.
  const found = [row, row - 1].find((candidate) => begins.test(lines[candidate] ?? ""));
  const [, before = "", value = ""] = begins.exec(lines[found ?? -1] ?? "") ?? [];
  if (found === undefined) return undefined;
  return at(found, before.length, `${message} (found ${show(value)})`, `Put it into quotes${toExample(value)}.`);
}

function unclosedBracket({ reason, lines, row, column }: Complaint): YamlMistake | undefined {
  const extra = (lines[row] ?? "")[column] ?? "";
  if (/[\]}]/.test(extra)) return at(row, column, `a bracket closes nothing (found \`${extra}\`)`, "Remove it.");
  if (!/flow|missed comma/.test(reason)) return undefined;
  const opens = /^(\s*(?:-\s+|[^\s:"'#[{][^:]*:\s+)?)([[{])(?!.*[\]}]\s*$)/;
  for (let candidate = row; candidate >= 0; candidate--) {
    const [, before = "", bracket] = opens.exec(lines[candidate] ?? "") ?? [];
    if (bracket === undefined) continue;
    const found = show((lines[candidate] ?? "").slice(before.length));
    const message = `a \`${bracket}\` is opened and not closed (found ${found})`;
    return at(candidate, before.length, message, `Add the missing \`${bracket === "[" ? "]" : "}"}\` or \`,\`.`);
  }
  return undefined;
}

function missingSpace({ reason, lines, row }: Complaint): YamlMistake | undefined {
  if (!/implicit|document separator/.test(reason)) return undefined;
  const glued = /^(\s*)([\p{L}\w-]+):(?!\/\/)(\S.*)$/u;
  const found = [row, row - 1].find((candidate) => glued.test(lines[candidate] ?? ""));
  const [, before = "", key, value] = glued.exec(lines[found ?? -1] ?? "") ?? [];
  if (found === undefined) return undefined;
  const message = `there is no space behind the colon (found ${show(`${key}:${value}`)})`;
  return at(found, before.length, message, `Write \`${key}: ${show(value)}\`.`);
}

function unquotedColon({ reason, lines, row, column }: Complaint): YamlMistake | undefined {
  const [, before = "", value = ""] = /^(\s*(?:-\s+)?[^\s:"'#[{][^:]*:\s+)([^"'[{].*)$/.exec(lines[row] ?? "") ?? [];
  if (!reason.includes("bad indentation") || column < before.length || !/:(?:\s|$)/.test(value)) return undefined;
  const message = `the value holds a colon and is not in quotes (found ${show(value)})`;
  return at(row, before.length, message, `Put it into quotes${toExample(value)}.`);
}

function unevenIndentation({ reason, lines, row }: Complaint): YamlMistake | undefined {
  if (!/bad indentation|document separator/.test(reason)) return undefined;
  const line = lines[row] ?? "";
  const spaces = line.length - line.trimStart().length;
  const message = `the line does not begin in the same column as those above (found ${show(line.trim())})`;
  const remedy = line.trim().startsWith("- ")
    ? "Put the same number of spaces in front of every item of the list."
    : "Begin every key in the first column, and what belongs to it two spaces further in.";
  return at(row, spaces, message, remedy);
}

function noKey({ reason, lines, row }: Complaint): YamlMistake | undefined {
  if (!/implicit|document separator/.test(reason)) return undefined;
  const isKey = (line: string): boolean => /^\s*(?:#.*|-\s.*|[^\s].*:(?:\s.*)?)?$/.test(line);
  const found = [row, row - 1].find((candidate) => !isKey(lines[candidate] ?? ":"));
  if (found === undefined) return undefined;
  const line = lines[found] ?? "";
  const message = `the line is no \`key: value\` (found ${show(line.trim())})`;
  const remedy = "Write it as one; where the text of the post begins, write a line `---` above it.";
  return at(found, line.length - line.trimStart().length, message, remedy);
}

type Quoted = { readonly start: number; readonly end: number };

function findQuoted(source: string): Quoted[] {
  const found: Quoted[] = [];
  // What takes a parser longer than a person has patience is no front matter anyway.
  if (source.length > 20_000) return found;
  visit(parseDocument(source, { schema: "failsafe", uniqueKeys: false, logLevel: "silent" }), {
    Scalar: (_, node) => {
      if (isScalar(node) && node.type?.startsWith("QUOTE") && node.range) {
        found.push({ start: node.range[0], end: node.range[1] });
      }
    },
  });
  return found;
}

/** The text as YAML takes it literally; none where a message could not show it. */
function toExample(text: string): string {
  if (show(text) !== text) return "";
  return /["\\]/.test(text) ? `: \`'${text.replaceAll("'", "''")}'\`` : `: \`"${text}"\``;
}

function at(row: number, column: number, message: string, remedy: string): YamlMistake {
  return { line: row + 1, column: column + 1, message, remedy };
}

function atOffset(source: string, offset: number, message: string, remedy: string): YamlMistake {
  return at(toRow(source, offset), offset - source.lastIndexOf("\n", offset - 1) - 1, message, remedy);
}

function toRow(source: string, offset: number): number {
  return source.slice(0, offset).split("\n").length - 1;
}
