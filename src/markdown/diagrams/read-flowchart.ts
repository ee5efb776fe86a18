import type { DiagramMistake, Direction, Flowchart, Statement } from "./diagram.ts";
import { FlowchartBuilder } from "./flowchart-builder.ts";
import { FlowLine } from "./flow-line.ts";
import { readLabel } from "./read-label.ts";

const header = /^(?:graph|flowchart)(?:\s+(TB|TD|LR|BT|RL))?$/;
const group = /^subgraph\s+(?:([\p{L}\p{N}_-]+)\s*\[(.+)\]|(.+))$/u;
/** Colours are the blog's own, in both schemes; a diagram's are passed over. */
const styling = /^(?:classDef|class|style|linkStyle)\s/;

/** Flowcharts: nodes, links and groups. What mermaid can do beyond that is a mistake here. */
export function readFlowchart({ text, line }: Statement, statements: readonly Statement[]): Flowchart | DiagramMistake {
  const [first = "", ...others] = splitStatement(text);
  const [match, direction] = header.exec(first) ?? [];
  if (match === undefined) return { line, what: "this beginning of a flowchart is not understood" };
  const builder = new FlowchartBuilder("flowchart", toDirection(direction));
  for (const statement of [{ text: others.join(";"), line }, ...statements]) {
    for (const part of splitStatement(statement.text)) {
      const what = take(part, builder);
      if (what !== undefined) return { line: statement.line, what };
    }
  }
  const what = builder.findFault();
  return what === undefined ? builder.build() : { line, what };
}

export function toDirection(word: string | undefined): Direction {
  return word === "LR" || word === "BT" || word === "RL" ? word : "TD";
}

/** What is wrong with a statement; undefined when it was understood. */
function take(text: string, builder: FlowchartBuilder): string | undefined {
  if (text === "" || styling.test(text)) return undefined;
  const [, direction] = /^direction\s+(TB|TD|LR|BT|RL)$/.exec(text) ?? [];
  if (direction !== undefined) return builder.setDirection(toDirection(direction));
  if (text === "end") return builder.closeGroup();
  const opening = group.exec(text);
  if (opening) return openGroup(opening, builder);
  return new FlowLine(text, builder).read() ? undefined : "this line is not understood";
}

function openGroup([, id, title, alone]: RegExpExecArray, builder: FlowchartBuilder): string | undefined {
  const label = readLabel(title ?? alone ?? "");
  if (label === undefined || label === "") return "this group's title is not understood";
  const isId = alone !== undefined && /^[\p{L}\p{N}_-]+$/u.test(alone);
  return builder.openGroup(id ?? (isId ? alone : `\0${label}`), label);
}

/** At each `;` that stands in no quotes and no brackets. */
function splitStatement(text: string): string[] {
  if (!text.includes(";")) return [text];
  const parts = [""];
  let depth = 0;
  let isQuoted = false;
  for (const char of text) {
    if (char === '"') isQuoted = !isQuoted;
    if (!isQuoted && /[[({]/.test(char)) depth += 1;
    if (!isQuoted && /[\])}]/.test(char)) depth -= 1;
    if (char === ";" && !isQuoted && depth <= 0) parts.push("");
    else parts.push((parts.pop() ?? "") + char);
  }
  return parts.map((part) => part.trim());
}
