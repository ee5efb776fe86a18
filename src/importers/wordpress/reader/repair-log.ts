import type { Finding } from "../../finding.ts";

/** What is put right in an export before it is read; the key stays, the words are for the report. */
export const repairs = {
  "control-character": "characters that XML does not have (control characters, NUL, halves of others), removed",
  "invalid-bytes": "bytes that are no text in the file's encoding, replaced by U+FFFD",
  "wrong-encoding": "XML declaration names an encoding that the file is not in, read as UTF-8",
  "bare-ampersand": "`&` that begins no character reference, read as the character itself",
  "bare-less-than": "`<` that begins no tag, read as the character itself",
  "bare-cdata-end": "`]]>` outside of CDATA, read as text",
  "html-entity": "entities of HTML that XML does not know (such as `&nbsp;`), read as in HTML",
  "unknown-entity": "entities that nobody knows, kept as text",
  "invalid-reference": "references to characters that XML does not have (such as `&#0;`), removed",
  "undeclared-prefix": "namespace prefixes that are not declared, read by their usual meaning",
  "junk-before": "text before the XML (blank lines, messages of PHP), left out",
  "junk-after": "text after the end of the XML, left out",
  "stray-text": "text between the elements (messages of PHP), left out",
  "inner-markup": "elements within a field of text, of which only the text is kept",
  doctype: "DOCTYPE, left out; its entities are not expanded",
} as const;

export type RepairKind = keyof typeof repairs;

export type RepairLog = {
  /** The line is asked for once a kind: to count it takes longer than the repair. */
  readonly add: (kind: RepairKind, line: () => number, times?: number) => void;
  readonly toFindings: () => Finding[];
};

/** Counts the repairs of one file, with the line of the first of each kind. */
export function createRepairLog(file: string): RepairLog {
  const seen = new Map<RepairKind, { count: number; readonly line: number }>();
  return {
    add: (kind, line, times = 1) => {
      const known = seen.get(kind);
      if (known) known.count += times;
      else seen.set(kind, { count: times, line: line() });
    },
    toFindings: () => [...seen].map(([kind, { count, line }]) => toFinding(file, kind, count, line)).sort(byLine),
  };
}

function toFinding(file: string, kind: RepairKind, count: number, line: number): Finding {
  const note = `${count} in all, the first in line ${line} of the file.`;
  return { kind: "source", found: `${file}: ${repairs[kind]}`, outcome: "repaired", line, note };
}

function byLine(a: Finding, b: Finding): number {
  return (a.line ?? 0) - (b.line ?? 0) || (a.found < b.found ? -1 : 1);
}
