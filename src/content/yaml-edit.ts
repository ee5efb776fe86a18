import {
  isMap,
  isNode,
  isScalar,
  isSeq,
  parseDocument,
  type Node,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from "yaml";
import type { Fix } from "../lib/problem.ts";

/** A fix, or an item of a list that goes, never its first. */
export type YamlChange = Fix | Removal;

type Removal = { readonly kind: "remove"; readonly path: readonly [key: string, index: number] };

/** A piece of text in place of another. */
export type TextEdit = { readonly start: number; readonly end: number; readonly text: string };

/**
 * How a change of YAML can be written, the likeliest first; the caller reads each again and takes the first that says
 * what it should. None where the place is not plain enough: an anchor, a text over several lines, a map in braces.
 */
export function findEdits(yaml: string, fix: YamlChange): TextEdit[] {
  const document = parseDocument(yaml, { schema: "failsafe", uniqueKeys: false, logLevel: "silent" });
  const map = document.contents;
  if (document.errors.length > 0 || !isMap(map) || map.flow) return [];
  if (fix.kind === "remove") return remove(yaml, map, fix);
  return fix.kind === "replace" ? replace(map, fix) : add(yaml, map, fix);
}

function replace(map: YAMLMap, { path: [key, index], value }: Extract<Fix, { kind: "replace" }>): TextEdit[] {
  const written = find(map, key);
  const node = isSeq(written) ? written.items[index ?? 0] : written;
  const range = isScalar(node) && !node.anchor && !node.tag ? toRange(node) : undefined;
  if (!isScalar(node) || !range) return [];
  return toForms(value, node.type).map((text) => ({ ...range, text }));
}

/** With the comma before it, or its line; not where a comment of the author's would go too. */
function remove(yaml: string, map: YAMLMap, { path: [key, index] }: Removal): TextEdit[] {
  const list = find(map, key);
  const [before, own] = isSeq(list) ? [toRange(list.items[index - 1]), toRange(list.items[index])] : [];
  if (!isSeq(list) || !before || !own) return [];
  if (list.flow) {
    const isPlain = /^\s*,\s*$/.test(yaml.slice(before.end, own.start));
    return isPlain ? [{ start: before.end, end: own.end, text: "" }] : [];
  }
  const start = yaml.lastIndexOf("\n", own.start - 1) + 1;
  const rest = /^[ \t]*(?:\r?\n|$)/.exec(yaml.slice(own.end))?.[0];
  const isAlone = /^[ \t]*-[ \t]+$/.test(yaml.slice(start, own.start));
  return isAlone && rest !== undefined ? [{ start, end: own.end + rest.length, text: "" }] : [];
}

/** In the style of what was there, else in double quotes. */
function toForms(value: string, style: Scalar["type"]): string[] {
  const double = JSON.stringify(value);
  if (style === "QUOTE_DOUBLE") return [double];
  if (style === "QUOTE_SINGLE") return [`'${value.replaceAll("'", "''")}'`];
  return style === "PLAIN" ? [value, double] : [];
}

function add(yaml: string, map: YAMLMap, { key, values }: Extract<Fix, { kind: "add" }>): TextEdit[] {
  const forms = [values.map(toItem), values.map((value) => JSON.stringify(value))];
  const pair = map.items.find((item) => isScalar(item.key) && item.key.value === key);
  if (!pair) return forms.map((items) => addLine(yaml, `${key}: [${items.join(", ")}]`));
  const { value } = pair;
  if (isSeq(value))
    return forms.flatMap((items) => (value.flow ? addToFlow(value, items) : addToBlock(yaml, value, items)));
  const range = isScalar(value) && !value.anchor ? toRange(value) : undefined;
  if (!range) return [];
  const old = yaml.slice(range.start, range.end);
  const { start, end } = range;
  if (/^(?:~|null|Null|NULL)?$/.test(old)) {
    const before = /\s/.test(yaml[start - 1] ?? "") ? "" : " ";
    const after = yaml[end] === "#" ? " " : "";
    return forms.map((items) => ({ start, end, text: `${before}[${items.join(", ")}]${after}` }));
  }
  return forms.flatMap((items) =>
    [old, JSON.stringify(old)].map((first) => ({ start, end, text: `[${[first, ...items].join(", ")}]` })),
  );
}

function addLine(yaml: string, line: string): TextEdit {
  const end = yaml.length;
  const newline = toNewline(yaml);
  return { start: end, end, text: `${yaml === "" || /[\r\n]$/.test(yaml) ? "" : newline}${line}${newline}` };
}

/** Behind the last item, so that a comma at the end and comments stay where they are. */
function addToFlow(list: YAMLSeq, items: readonly string[]): TextEdit[] {
  const last = toRange(list.items.at(-1));
  const own = toRange(list);
  if (last) return [{ start: last.end, end: last.end, text: `, ${items.join(", ")}` }];
  return own && list.items.length === 0 ? [{ start: own.start + 1, end: own.start + 1, text: items.join(", ") }] : [];
}

/** On lines of their own, as far in as the others. */
function addToBlock(yaml: string, list: YAMLSeq, items: readonly string[]): TextEdit[] {
  const last = toRange(list.items.at(-1));
  if (!last) return [];
  const lineStart = yaml.lastIndexOf("\n", last.start - 1) + 1;
  const mark = /^[ \t]*-[ \t]+/.exec(yaml.slice(lineStart, last.start))?.[0];
  if (mark === undefined) return [];
  const lineEnd = /[^\r\n]*/.exec(yaml.slice(last.end))?.[0].length ?? 0;
  const at = last.end + lineEnd;
  const newline = toNewline(yaml);
  return [{ start: at, end: at, text: items.map((item) => `${newline}${mark}${item}`).join("") }];
}

function find(map: YAMLMap, key: string): unknown {
  return map.items.find((item) => isScalar(item.key) && item.key.value === key)?.value;
}

function toRange(node: unknown): { readonly start: number; readonly end: number } | undefined {
  const range: Node["range"] = isNode(node) ? node.range : undefined;
  return range ? { start: range[0], end: range[1] } : undefined;
}

function toItem(value: string): string {
  return /^[^\s\-?:,[\]{}#&*!|>'"%@`~][^\s,[\]{}#:"']*$/.test(value) ? value : JSON.stringify(value);
}

function toNewline(text: string): string {
  return text.includes("\r\n") ? "\r\n" : "\n";
}
