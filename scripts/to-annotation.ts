import type { Problem } from "../src/lib/problem.ts";

/** A workflow command that GitHub shows beside the line (docs.github.com/actions, "Workflow commands"). */
export function toAnnotation({ severity, file, line, column, id, message, remedy }: Problem): string {
  const properties = { file, line: String(line), col: String(column), title: id };
  const list = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(value)}`);
  return `::${severity} ${list.join(",")}::${escapeData(`${message}. ${remedy}`)}\n`;
}

function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
