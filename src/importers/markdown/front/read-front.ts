import { show } from "../../../lib/show.ts";
import type { Finding } from "../../finding.ts";
import { parseData, type DataStyle, type ParsedData } from "./parse-data.ts";
import type { PlainData } from "./plain-data.ts";
import { rescueFront } from "./rescue-front.ts";
import { splitFront, type SplitFront, type SplitOptions } from "./split-front.ts";

/** A text file, read. */
export type Front = {
  readonly data: PlainData;
  readonly body: string;
  /** Line of the file, from 1, on which `body` begins. */
  readonly bodyLine: number;
  readonly hasFront: boolean;
  /** Its front matter cannot be read as a whole: nobody knows whether it said `draft`. */
  readonly isBroken: boolean;
  readonly findings: readonly Finding[];
  /** Line of the file on which a key stands; 1 where it cannot be found. */
  readonly lineOf: (key: string) => number;
};

export function readFront(text: string, options: SplitOptions): Front {
  const split = splitFront(text, options);
  const { body, bodyLine, style } = split;
  const lineOf = (key: string): number => locate(split, key);
  const base = { body, bodyLine, lineOf, hasFront: style !== "none" };
  if (style === "none") {
    const findings = split.mistake === undefined ? [] : [broken(split.mistake, text, bodyLine)];
    return { ...base, data: {}, findings, isBroken: split.mistake !== undefined };
  }
  const { source, parsed, findings } = parseFront(split, style);
  if ("data" in parsed) {
    const doubles = parsed.doubles.map((double) => toDouble(double, split.line));
    return { ...base, data: parsed.data, findings: [...findings, ...doubles], isBroken: false };
  }
  const line = split.line + parsed.line - 1;
  const found = source.split("\n")[parsed.line - 1] ?? "";
  return { ...base, data: rescueFront(source, style), findings: [broken(parsed.mistake, found, line)], isBroken: true };
}

type ParsedFront = { readonly source: string; readonly parsed: ParsedData; readonly findings: readonly Finding[] };

/** YAML allows no tab in front of a key; every reader of it that is lenient takes it for blanks. */
function parseFront({ source, line }: SplitFront, style: DataStyle): ParsedFront {
  const parsed = parseData(source, style);
  const tab = style === "yaml" ? /^ *\t/m.exec(source) : null;
  if ("data" in parsed || !tab) return { source, parsed, findings: [] };
  const untabbed = source.replace(/^[ \t]+/gm, (blanks) => blanks.replaceAll("\t", "  "));
  const again = parseData(untabbed, style);
  if (!("data" in again)) return { source, parsed, findings: [] };
  const at = line + source.slice(0, tab.index).split("\n").length - 1;
  const note = "A tab cannot indent YAML; it was read as two spaces.";
  const finding: Finding = { kind: "front-matter", found: "a tab", outcome: "repaired", line: at, note };
  return { source: untabbed, parsed: again, findings: [finding] };
}

function broken(mistake: string, found: string, line: number): Finding {
  const note = `The front matter cannot be read: ${mistake}. Each key was read by itself, and the text is a draft until you have looked at it.`;
  return { kind: "front-matter", found: show(found), outcome: "repaired", line, note };
}

function toDouble({ key, line }: { key: string; line: number }, first: number): Finding {
  const note = "The key is there twice; the last one counts.";
  return { kind: "front-matter", found: show(key), outcome: "changed", line: first + line - 1, note };
}

function locate({ source, line }: SplitFront, key: string): number {
  const name = key.slice(key.lastIndexOf(".") + 1);
  const lines = source.split("\n");
  const index = lines.findIndex((text) => {
    const start = text.replace(/^[\s"']+/, "");
    return start.startsWith(name) && /^["']?\s*[:=]/.test(start.slice(name.length));
  });
  return index < 0 ? line : line + index;
}
