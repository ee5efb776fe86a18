import type { Delete, Emphasis, Image, InlineCode, Link, PhrasingContent, Strong } from "mdast";
import "./inline-math.ts";
import { settleDollars } from "./dollars.ts";
import { firstChar, lastChar } from "./characters.ts";
import { escapeText } from "./escape-text.ts";
import { toDestination, toTitle } from "./write-address.ts";

/** Where a line of text stands. In a cell `|` is a sign and there is no second line, as in a heading. */
export type LinePlace = "paragraph" | "heading" | "cell";

/** The pieces of a paragraph, a heading or a cell as Markdown. */
export function writeLine(nodes: readonly PhrasingContent[], place: LinePlace): string {
  const text = settleDollars(write(nodes, { before: "\n", after: "\n", isInLink: false, place }));
  if (place === "heading") return text.replaceAll("\n", " ").replace(/(^| )(#+)$/, "$1\\$2");
  return place === "cell" ? text.replaceAll("\n", " ").replaceAll("|", "\\|") : text;
}

type Around = {
  readonly before: string;
  readonly after: string;
  readonly isInLink: boolean;
  readonly isAfterWord?: boolean;
  readonly place: LinePlace;
};

function write(nodes: readonly PhrasingContent[], around: Around): string {
  const parts: string[] = [];
  let { before } = around;
  nodes.forEach((node, index) => {
    const next = nodes[index + 1];
    const part = writeNode(node, { ...around, before, after: next ? firstOf(next) : around.after });
    if (part === "") return;
    parts.push(part);
    before = lastChar(part);
  });
  return parts.join("");
}

function writeNode(node: PhrasingContent, around: Around): string {
  switch (node.type) {
    case "text":
      return writeText(node.value, around);
    case "strong":
      return writeStrong(node, around);
    case "emphasis":
      return writeEmphasis(node, around);
    case "delete":
      return writeDeletion(node, around);
    case "link":
      return writeLink(node, around);
    case "image":
      return writeImage(node);
    case "inlineCode":
      return writeCode(node);
    case "break":
      return around.place === "paragraph" ? "\\\n" : "<br>";
    case "footnoteReference":
      return `[^${node.label ?? node.identifier}]`;
    case "html":
      return node.value;
    case "inlineMath":
      return `$${node.value}$`;
    default:
      throw new TypeError(`No ${node.type} is made of HTML`);
  }
}

/** A piece may hold line breaks of ours: below a picture, for its caption. */
function writeText(value: string, around: Around): string {
  if (!value.includes("\n")) return escapeText(value, around);
  return value
    .split("\n")
    .map((line, index, lines) =>
      escapeText(line, {
        ...around,
        before: index === 0 ? around.before : "\n",
        after: index === lines.length - 1 ? around.after : "\n",
      }),
    )
    .join("\n");
}

function writeStrong(node: Strong, around: Around): string {
  const inside = write(node.children, { ...around, before: "*", after: "*" });
  if (inside === "") return "";
  return holds(inside, around, "*") ? `**${inside}**` : `<strong>${inside}</strong>`;
}

function writeEmphasis(node: Emphasis, around: Around): string {
  const inside = write(node.children, { ...around, before: "*", after: "*" });
  if (inside === "") return "";
  const hasStars = inside.startsWith("*") || inside.endsWith("*") || around.before === "*" || around.after === "*";
  if (!hasStars && holds(inside, around, "*")) return `*${inside}*`;
  const isApart = isEdge(around.before) && isEdge(around.after);
  const hasLines = inside.startsWith("_") || inside.endsWith("_") || around.before === "_" || around.after === "_";
  if (isApart && !hasLines && holds(inside, around, "_")) return `_${inside}_`;
  return `<em>${inside}</em>`;
}

function writeDeletion(node: Delete, around: Around): string {
  const inside = write(node.children, { ...around, before: "~", after: "~" });
  if (inside === "") return "";
  return around.before !== "~" && around.after !== "~" && holds(inside, around, "~")
    ? `~~${inside}~~`
    : `<del>${inside}</del>`;
}

/**
 * Whether signs around `inside` open and close: there is no space inside of them; and where what is inside begins or
 * ends with no letter, no letter may stand outside.
 */
function holds(inside: string, { before, after }: Around, sign: string): boolean {
  const first = firstChar(inside);
  const last = lastChar(inside);
  if (first.trim() === "" || last.trim() === "" || last === "\\") return false;
  if (before === "\\" || (sign !== "*" && before === sign)) return false;
  if (sign === "_") return isEdge(before) && isEdge(after);
  return opens(before, first) && opens(after, last);
}

/** Chinese, Japanese and Korean put no space around emphasis, and our renderer asks for none. */
const eastAsian = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\u3001-\u303f\uff01-\uff60]/u;

function opens(outside: string, inside: string): boolean {
  return isLetter(inside) || isEdge(outside) || eastAsian.test(outside) || eastAsian.test(inside);
}

function isLetter(char: string): boolean {
  return /[\p{L}\p{N}]/u.test(char);
}

/** Space, or what Unicode calls punctuation; a dollar whose fate is open is none yet. */
function isEdge(char: string): boolean {
  return /[\s!-#%-*,-/:;?@[-\]_{}\p{P}]/u.test(char);
}

function writeLink(node: Link, around: Around): string {
  const [only] = node.children;
  if (node.children.length === 1 && only?.type === "text" && !node.title && isAutolink(only.value, node.url)) {
    return `<${only.value}>`;
  }
  const toText = (isAfterWord: boolean): string =>
    write(node.children, { ...around, before: "[", after: "]", isInLink: true, isAfterWord });
  let text = toText(/[\w.+-]/.test(around.before));
  if (text === "") return "";
  // After any text, markdown-it looks for an address before it looks for the link's end, and `\]` or code is part of one.
  if (text.includes("://") && /\\[[\]]|[`<$]/.test(text)) text = toText(true);
  return `[${text}](${toDestination(node.url)}${toTitle(node.title)})`;
}

/** What the renderer would show otherwise than it is written: `%41` and `xn--` become letters. */
function isAutolink(text: string, url: string): boolean {
  if (!/^[\x21-\x7e]+$/.test(text) || /[<>%\\|$]|xn--/i.test(text)) return false;
  if (/^[\w.+-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+$/i.test(text)) return url === `mailto:${text}`;
  return text === url && /^https?:\/\/[\w-]/i.test(text);
}

function writeImage({ alt, title, url }: Image): string {
  const text = escapeText((alt ?? "").replace(/\s+/g, " ").trim(), { before: "[", after: "]", isInLink: true });
  return `![${settleDollars(text)}](${toDestination(url)}${toTitle(title)})`;
}

function writeCode({ value }: InlineCode): string {
  let length = 1;
  const fences = new Set(Array.from(value.matchAll(/`+/g), ([run]) => run.length));
  while (fences.has(length)) length += 1;
  const fence = "`".repeat(length);
  const isPadded =
    value.startsWith("`") ||
    value.endsWith("`") ||
    (value.startsWith(" ") && value.endsWith(" ") && value.trim() !== "");
  const pad = isPadded ? " " : "";
  return `${fence}${pad}${value}${pad}${fence}`;
}

/** The first character that a node will be written with. */
function firstOf(node: PhrasingContent): string {
  switch (node.type) {
    case "text":
      return firstChar(node.value);
    case "strong":
    case "emphasis":
      return "*";
    case "delete":
      return "~";
    case "image":
      return "!";
    case "inlineCode":
      return "`";
    case "break":
      return "\\";
    case "html":
      return "<";
    case "inlineMath":
      return "$";
    default:
      return "[";
  }
}
