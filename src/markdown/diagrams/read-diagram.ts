import type { Diagram, DiagramMistake, Statement } from "./diagram.ts";
import { readFlowchart } from "./read-flowchart.ts";
import { readSequence } from "./read-sequence.ts";
import { readState } from "./read-state.ts";

export type ReadDiagram = { readonly diagram: Diagram } | { readonly mistake: DiagramMistake };

/** More than anyone can look at, and more than the layout does in good time. */
const maxLength = 10_000;
const maxStatements = 200;

/** Mermaid's source as a diagram; or the first line that would be drawn wrong or not at all. */
export function readDiagram(source: string): ReadDiagram {
  const { statements, ...words } = toStatements(source);
  const [header, ...rest] = statements;
  if (!header) return { mistake: { line: 0, what: "it is empty" } };
  if (source.length > maxLength || rest.length > maxStatements) {
    return { mistake: { line: header.line, what: "it is too large to be drawn" } };
  }
  const read = readKind(header, rest);
  return "what" in read ? { mistake: read } : { diagram: { ...read, ...words } };
}

function readKind(header: Statement, rest: readonly Statement[]) {
  const [word = ""] = header.text.split(/[\s;]/, 1);
  switch (word) {
    case "graph":
    case "flowchart":
      return readFlowchart(header, rest);
    case "stateDiagram":
    case "stateDiagram-v2":
      return readState(header, rest);
    case "sequenceDiagram":
      return readSequence(header, rest);
    default:
      return { line: header.line, what: "this kind of diagram is not drawn" };
  }
}

type Statements = {
  readonly statements: readonly Statement[];
  readonly title?: string;
  readonly description?: string;
};

/** Comments and settings say nothing to a reader; `accTitle` and `accDescr` say it in words. */
function toStatements(source: string): Statements {
  const statements: Statement[] = [];
  let title = "";
  let description = "";
  let isDescribing = false;
  source.split("\n").forEach((written, line) => {
    const text = written.trim();
    if (isDescribing) {
      isDescribing = !text.includes("}");
      description += ` ${text.replace(/\}.*$/, "")}`;
    } else if (/^accTitle\s*:/.test(text)) {
      title = text.replace(/^accTitle\s*:/, "");
    } else if (/^accDescr\s*:/.test(text)) {
      description = text.replace(/^accDescr\s*:/, "");
    } else if (/^accDescr\s*\{/.test(text)) {
      isDescribing = !text.includes("}");
      description = text.replace(/^accDescr\s*\{|\}.*$/g, "");
    } else if (text !== "" && !text.startsWith("%%")) {
      statements.push({ text: text.replace(/\s*;$/, ""), line });
    }
  });
  return { statements, ...toWords({ title, description }) };
}

function toWords(words: { title: string; description: string }): { title?: string; description?: string } {
  const entries = Object.entries(words).map(([name, text]) => [name, text.replace(/\s+/g, " ").trim()] as const);
  return Object.fromEntries(entries.filter(([, text]) => text !== ""));
}
