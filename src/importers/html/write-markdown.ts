import type { Code, Heading, Html, ListItem, Paragraph, Root, Table } from "mdast";
import { gfmToMarkdown } from "mdast-util-gfm";
import { type Handle, type Join, type Options, toMarkdown } from "mdast-util-to-markdown";
import type { DescriptionList } from "./description-list.ts";
import { writeLine } from "./write-line.ts";

/** Blocks as Markdown. What stands in a line is written by our own rules, because our renderer has signs of its own. */
export function writeMarkdown(tree: Root): string {
  return toMarkdown(tree, options);
}

/** A wider table is not aligned: its source would be mostly spaces. */
const maxWidth = 110;

const paragraph: Handle = (node: Paragraph, parent) => {
  const isTask = parent?.type === "listItem" && typeof parent.checked === "boolean" && parent.children[0] === node;
  const box = isTask ? `[${parent.checked ? "x" : " "}] ` : "";
  return box + writeLine(node.children, "paragraph");
};

const heading: Handle = (node: Heading) => {
  const text = writeLine(node.children, "heading");
  return `${"#".repeat(node.depth)} ${text}`;
};

const code: Handle = (node: Code) => {
  const runs = node.value.match(/^[ \t]*`{3,}/gm) ?? [];
  const longest = runs.reduce((most, run) => Math.max(most, run.trim().length), 2);
  const fence = "`".repeat(longest + 1);
  const info = node.lang ? `${node.lang}${node.meta ? ` ${node.meta}` : ""}` : "";
  return `${fence}${info.replaceAll("`", "")}\n${node.value}\n${fence}`;
};

/** The known one looks each item up in its list to number it, which takes quadratic time. */
const listItem: Handle = (node: ListItem, parent, state, info) => {
  const bullet = state.bulletCurrent ?? "-";
  const isOrdered = parent?.type === "list" && parent.ordered;
  const marker = isOrdered ? `${(parent.start ?? 1) + (state.indexStack.at(-1) ?? 0)}${bullet}` : bullet;
  const indent = " ".repeat(marker.length + 1);
  const exit = state.enter("listItem");
  const text = state.indentLines(state.containerFlow(node, info), (line, index, isBlank) => {
    if (index === 0) return isBlank ? marker : `${marker} ${line}`;
    return isBlank ? line : indent + line;
  });
  exit();
  return text;
};

const table: Handle = (node: Table) => {
  const rows = node.children.map((row) => row.children.map((cell) => writeLine(cell.children, "cell")));
  const columns = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const align = Array.from({ length: columns }, (_, index) => node.align?.[index] ?? null);
  const widths = align.map((_, index) => rows.reduce((most, row) => Math.max(most, widthOf(row[index] ?? "")), 3));
  const isAligned = widths.reduce((sum, width) => sum + width + 3, 1) <= maxWidth;
  const toRow = (cells: readonly string[]) => {
    const padded = align.map((_, index) => {
      const cell = cells[index] ?? "";
      return isAligned ? cell + " ".repeat((widths[index] ?? 0) - widthOf(cell)) : cell;
    });
    return `| ${padded.join(" | ")} |`;
  };
  const rule = align.map((side, index) => {
    const width = isAligned ? (widths[index] ?? 3) : 3;
    const start = side === "left" || side === "center" ? ":" : "";
    const end = side === "right" || side === "center" ? ":" : "";
    return start + "-".repeat(width - start.length - end.length) + end;
  });
  const [head = [], ...body] = rows;
  return [toRow(head), `| ${rule.join(" | ")} |`, ...body.map(toRow)].join("\n");
};

function widthOf(text: string): number {
  return Array.from(text).length;
}

const descriptionList: Handle = (node: DescriptionList, _parent, state, info) => {
  const parts = node.children.map((child, index) => {
    if (child.type === "descriptionTerm") return `${index > 0 ? "\n" : ""}${writeLine(child.children, "heading")}`;
    const exit = state.enter("listItem");
    const text = state.containerFlow({ type: "listItem", spread: node.spread, children: child.children }, info);
    exit();
    const indented = state.indentLines(text, (line, number, isBlank) =>
      number === 0 ? `: ${line}` : isBlank ? line : `  ${line}`,
    );
    return node.spread ? `\n${indented}` : indented;
  });
  return parts.join("\n");
};

/**
 * In an item of a tight list only a list or code may follow a paragraph without a blank line: whatever else would go on
 * with it. Descriptions begin with a line that would belong to a paragraph before them, and hold on to what follows.
 */
const joinApart: Join = (left, right, parent) => {
  if (left.type === "descriptionList" || right.type === "descriptionList") return 1;
  if (parent.type !== "listItem" || (left.type === "paragraph" && (right.type === "list" || right.type === "code")))
    return undefined;
  return 1;
};

const options: Options = {
  bullet: "-",
  bulletOther: "*",
  emphasis: "*",
  fences: true,
  incrementListMarker: true,
  join: [joinApart],
  listItemIndent: "one",
  rule: "-",
  extensions: [gfmToMarkdown()],
  handlers: {
    code,
    heading,
    listItem,
    paragraph,
    table,
    descriptionList,
    html: (node: Html) => node.value,
  },
};
