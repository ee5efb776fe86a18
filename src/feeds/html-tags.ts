/** One attribute; its value is as written, with entities, and undefined when there is none. */
export type Attribute = { readonly name: string; readonly value?: string };

export type OpenTag = {
  readonly kind: "open";
  readonly raw: string;
  readonly name: string;
  readonly attributes: readonly Attribute[];
};

/** A piece of HTML; `raw` is what stands in the text. */
export type HtmlToken =
  | OpenTag
  | { readonly kind: "text"; readonly raw: string }
  | { readonly kind: "close"; readonly raw: string; readonly name: string };

const tagStart = /<(\/?)([a-z][^\s/>]*)/iy;
const tagEnd = /[\s/]*>/y;
const attribute = /[\s/]*([^\s/>=]+|=)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+)))?/y;

/**
 * Cuts HTML into tags and text, as a browser would, in one pass and without a tree: feeds change single tags only.
 * Comments and declarations are dropped; so is a tag that never ends.
 */
export function* readTags(html: string): Generator<HtmlToken> {
  let position = 0;
  while (position < html.length) {
    const open = html.indexOf("<", position);
    if (open === -1) {
      yield { kind: "text", raw: html.slice(position) };
      return;
    }
    if (open > position) yield { kind: "text", raw: html.slice(position, open) };
    const { token, end } = readMarkup(html, open);
    position = end;
    if (!token) continue;
    yield token;
    if (token.kind === "open" && rawText.has(token.name)) {
      position = findClose(html, token.name, end);
      yield { kind: "text", raw: html.slice(end, position) };
    }
  }
}

/** Elements in which `<` begins no tag. */
const rawText = new Set(["script", "style", "textarea", "title"]);

function findClose(html: string, name: string, from: number): number {
  const close = new RegExp(`</${name}`, "gi");
  const found = matchAt(close, html, from);
  return found ? found.index : html.length;
}

type Read = { readonly token?: HtmlToken; readonly end: number };

function readMarkup(html: string, start: number): Read {
  if (html.startsWith("<!--", start)) return { end: after(html, "-->", start + 2) };
  if (/[!?]/.test(html.charAt(start + 1))) return { end: after(html, ">", start) };
  const name = matchAt(tagStart, html, start);
  if (!name) return { token: { kind: "text", raw: "&lt;" }, end: start + 1 };
  return readTag(html, start, name);
}

function readTag(html: string, start: number, [opening, slash, tag = ""]: RegExpExecArray): Read {
  const attributes: Attribute[] = [];
  let position = start + opening.length;
  for (;;) {
    const end = matchAt(tagEnd, html, position);
    if (end) {
      const stop = position + end[0].length;
      return { token: toTag(html.slice(start, stop), tag.toLowerCase(), slash === "/", attributes), end: stop };
    }
    const found = matchAt(attribute, html, position);
    if (!found) return { end: html.length };
    const [whole, name = "", double, single, bare] = found;
    attributes.push({ name: name.toLowerCase(), value: double ?? single ?? bare });
    position += whole.length;
  }
}

function toTag(raw: string, name: string, closes: boolean, attributes: readonly Attribute[]): HtmlToken {
  return closes ? { kind: "close", raw, name } : { kind: "open", raw, name, attributes };
}

function after(html: string, mark: string, from: number): number {
  const found = html.indexOf(mark, from);
  return found === -1 ? html.length : found + mark.length;
}

function matchAt(pattern: RegExp, text: string, position: number): RegExpExecArray | null {
  pattern.lastIndex = position;
  return pattern.exec(text);
}
