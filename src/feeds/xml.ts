import { escapeHtml } from "../lib/safe-html.ts";

// What XML 1.0 forbids even as a character reference: controls, U+FFFE and U+FFFF, lone surrogates. One such character
// makes the whole feed unreadable.
const forbidden = /[^\t\n\r\u0020-\uFFFD]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** Text for XML content and double-quoted attributes. */
function escapeXml(text: string): string {
  return escapeHtml(text.replace(forbidden, ""));
}

type Attributes = Readonly<Record<string, string | undefined>>;

/** `<name a="b">text</name>`, or `<name a="b"/>` without text; undefined attributes are left out. */
export function element(name: string, attributes: Attributes, text?: string): string {
  const open = `<${name}${toAttributes(attributes)}`;
  return text === undefined ? `${open}/>` : `${open}>${escapeXml(text)}</${name}>`;
}

/** `<name a="b">` around elements, each on its own line. */
export function parent(name: string, attributes: Attributes, children: readonly string[]): string {
  return [`<${name}${toAttributes(attributes)}>`, ...children, `</${name}>`].join("\n");
}

/** `<?name a="b"?>` */
export function instruction(name: string, attributes: Attributes): string {
  return `<?${name}${toAttributes(attributes)}?>`;
}

function toAttributes(attributes: Attributes): string {
  return Object.entries(attributes)
    .map(([name, value]) => (value === undefined ? "" : ` ${name}="${escapeXml(value)}"`))
    .join("");
}
