import type { Element, ElementContent } from "hast";
import { type Schema, sanitize } from "hast-util-sanitize";
import { toHtml } from "hast-util-to-html";
import { withoutControls } from "./control-characters.ts";
import { embedAddress } from "./embed-address.ts";
import { attributeOf, childrenOf } from "./hast.ts";
import { imageSource } from "./image-source.ts";
import { decode, type Job } from "./job.ts";
import { type Mark, noMarks } from "./mark.ts";
import { styledMarks } from "./styled-marks.ts";
import { isUnseen } from "./visibility.ts";

const names =
  "a abbr address aside audio b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em " +
  "figcaption figure h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q rb rp rt rtc ruby s samp section small source " +
  "span strong sub summary sup table tbody td tfoot th thead time tr track tt u ul var video wbr";

const mathNames =
  "math mi mn mo ms mtext mspace mrow mfrac msqrt mroot mstyle merror mpadded mphantom msub msup msubsup munder mover " +
  "munderover mmultiscripts mprescripts mtable mtr mtd semantics";

/** What our renderer shows as it is: no styles, no scripts, no frames, no classes, which mean nothing here. */
const schema: Schema = {
  tagNames: `${names} ${mathNames}`.split(" "),
  attributes: {
    "*": ["id", "lang", "dir", "title"],
    a: ["href"],
    audio: ["src", "controls", "loop", "muted"],
    blockquote: ["cite"],
    col: ["span"],
    colgroup: ["span"],
    del: ["cite", "dateTime"],
    details: ["open"],
    img: ["src", "alt", "width", "height"],
    ins: ["cite", "dateTime"],
    li: ["value"],
    math: ["display"],
    mo: ["stretchy"],
    ol: ["start", "reversed", "type"],
    q: ["cite"],
    source: ["src", "type"],
    td: ["colSpan", "rowSpan", "headers"],
    th: ["colSpan", "rowSpan", "headers", "scope", "abbr"],
    time: ["dateTime"],
    track: ["src", "kind", "srcLang", "label", "default"],
    video: ["src", "poster", "controls", "loop", "muted", "width", "height"],
  },
  protocols: {
    href: ["http", "https", "mailto", "tel", "xmpp", "irc", "sms", "ftp"],
    src: ["http", "https"],
    poster: ["http", "https"],
    cite: ["http", "https"],
  },
  strip: ["script", "style"],
  ancestors: {},
  clobber: [],
  clobberPrefix: "",
  required: {},
};

// eslint-disable-next-line no-control-regex -- it stands in for a formula, and in no text
const formulaSign = /\u0002(\d+)\u0002/g;

/** An element with all that it holds, safe, in lines without a blank one between them, so that it is one block. */
export function toKeptHtml(element: Element, job: Job): string {
  const safe = sanitize({ type: "root", children: prepare(element, job) }, schema);
  return toHtml(safe, { characterReferences: { useNamedReferences: true } })
    .trim()
    .replace(formulaSign, (_, number: string) => job.formulas.list[Number(number)]?.mathml ?? "")
    .replace(/\n(?=[ \t]*\n)/g, "&#10;")
    .replaceAll("\r", "");
}

/** The opening tag alone, with the attributes that may stay. */
export function keptOpenTag(element: Element, name: string, only?: readonly string[]): string {
  const entries = Object.entries(element.properties).filter(([key]) => key !== "id" && (only?.includes(key) ?? true));
  if (entries.length === 0) return `<${name}>`;
  const bare: Element = { type: "element", tagName: name, properties: Object.fromEntries(entries), children: [] };
  const html = toHtml(sanitize(bare, schema));
  return html.endsWith(`</${name}>`) ? html.slice(0, -name.length - 3) : html;
}

/** A style says what the attribute does. */
function toListType(style: string | undefined): string | undefined {
  const [, kind = ""] = /list-style(?:-type)?\s*:[^;]*((?:lower|upper)-(?:alpha|latin|roman))/i.exec(style ?? "") ?? [];
  const types = new Map([
    ["lower-alpha", "a"],
    ["lower-latin", "a"],
    ["upper-alpha", "A"],
    ["upper-latin", "A"],
    ["lower-roman", "i"],
    ["upper-roman", "I"],
  ]);
  return types.get(kind.toLowerCase());
}

function toMarked(mark: Mark, children: ElementContent[]): Element {
  const elements = { strong: "strong", emphasis: "em", delete: "del", link: "span" } as const;
  return { type: "element", tagName: mark.kind === "tag" ? mark.name : elements[mark.kind], properties: {}, children };
}

const space = { type: "text", value: " " } as const;

/** A copy with addresses as they are now, without what is not seen and with ids that are needed. */
function prepare(node: ElementContent, job: Job): ElementContent[] {
  if (node.type === "comment") return [];
  if (node.type === "text") return [{ type: "text", value: withoutControls(node.value) }];
  const formula = job.formulas.of(node);
  if (formula?.mathml !== undefined) return [{ type: "text", value: `\u0002${formula.number}\u0002` }];
  if (formula) job.reportFormula(node, formula);
  const { tagName } = node;
  const media = tagName === "audio" || tagName === "video" || tagName === "source" || tagName === "track";
  if (isUnseen(node) && !media) return [];
  const address = embedAddress(node);
  if (address !== undefined) return [space, toLink(job.target.linkOf(address), address), space];
  const level = /^h([1-6])$/.exec(tagName)?.[1];
  const properties = { ...node.properties };
  delete properties["id"];
  const id = job.takeId(node);
  if (id !== undefined) properties["id"] = id;
  if (tagName === "ol") properties["type"] ??= toListType(attributeOf(node, "style"));
  if (tagName === "a") properties["href"] = toHref(node, job);
  if (tagName === "img") properties["src"] = toSource(imageSource(node), job);
  else if (media) properties["src"] = toSource(attributeOf(node, "src"), job);
  if (tagName === "video" && properties["poster"]) properties["poster"] = toSource(attributeOf(node, "poster"), job);
  if ((tagName === "audio" || tagName === "video") && properties["autoPlay"]) properties["controls"] = true;
  const children = childrenOf(node).flatMap((child) => (child.type === "doctype" ? [] : prepare(child, job)));
  const styled = styledMarks(node, noMarks).reduceRight<ElementContent[]>(
    (inside, mark) => [toMarked(mark, inside)],
    children,
  );
  const name = level ? `h${Math.min(6, Number(level) + job.headingShift)}` : tagName;
  return [{ type: "element", tagName: name, properties, children: styled }];
}

function toHref(link: Element, job: Job): string | undefined {
  const href = attributeOf(link, "href")?.trim();
  if (!href) return undefined;
  if (href.startsWith("#")) return job.hasPlace(decode(href.slice(1))) ? href : undefined;
  return job.target.linkOf(href);
}

function toSource(src: string | undefined, job: Job): string | undefined {
  return src ? job.target.mediaOf(src.trim()) : undefined;
}

function toLink(href: string, text: string): Element {
  return { type: "element", tagName: "a", properties: { href }, children: [{ type: "text", value: text }] };
}
