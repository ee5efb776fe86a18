import type { Excerpt } from "./excerpt.ts";

/** Rows under a head; nothing where there are no rows. Cells are Markdown already. */
export function toTable(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  if (rows.length === 0) return [];
  return [toRow(head), toRow(head.map(() => "---")), ...rows.map(toRow), ""];
}

function toRow(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}

const longest = 200;

/** Text of the source: it may not become markup, and not break its row. */
export function toCell(text: string): string {
  return cut(text).replace(/[\\`*_{}[\]<>|#~&$]/g, "\\$&");
}

/** Code or an address of the source; a table takes a `|` in it only behind `\`. */
export function toCodeCell(text: string): string {
  const line = cut(text);
  if (line === "") return "";
  const runs = line.match(/`+/g)?.map((run) => run.length) ?? [];
  const fence = "`".repeat(Math.max(0, ...runs) + 1);
  const gap = line.startsWith("`") || line.endsWith("`") ? " " : "";
  return `${fence}${gap}${line.replaceAll("|", "\\|")}${gap}${fence}`;
}

function cut(text: string): string {
  // What is cut away need not be read: a row may be long.
  const line = text
    .slice(0, 4 * longest)
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim();
  const chars = [...line];
  return chars.length <= longest ? line : `${chars.slice(0, longest - 1).join("")}…`;
}

/** A head with its number, the rows, and where the rest of a long list is. */
export function section<T>(
  title: string,
  excerpt: Excerpt<T>,
  json: string,
  head: readonly string[],
  ...[toCells, level = "##"]: readonly [toCells: (row: T) => readonly string[], level?: string]
): string[] {
  const { rows, total } = excerpt;
  if (total === 0) return [];
  const rest = total - rows.length;
  const more = rest > 0 ? [`… and ${rest} more in \`${json}\`.`, ""] : [];
  return [`${level} ${title} (${total})`, "", ...toTable(head, rows.map(toCells)), ...more];
}
