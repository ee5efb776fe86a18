import { escapeHtml } from "../../lib/safe-html.ts";
import { type Attribute, readHtml, type Tag } from "../html/read-html.ts";
import { notationClasses, splitStyle, temmlClasses, toStyleClass } from "./math-classes.ts";

const elements: ReadonlySet<string> = new Set(
  (
    "math mrow mi mn mo mtext mspace mfrac msqrt mroot mstyle msub msup msubsup munder mover munderover " +
    "mmultiscripts mprescripts none mtable mtr mtd mpadded mphantom menclose span"
  ).split(" "),
);

const attributes: ReadonlySet<string> = new Set(
  (
    "accent accentunder depth display displaystyle fence form height largeop linethickness lspace mathbackground " +
    "mathcolor mathsize mathvariant maxsize minsize movablelimits rspace scriptlevel stretchy symmetric voffset width"
  ).split(" "),
);

const attributeValue = /^[\w#%.+-]+$/;

/** What stands for our own drawing of a `<menclose>` in browsers without it. */
const helperClasses = /^(?:tml-cancel|upstrike|downstrike|sout|tml-xcancel)$/;

export type CleanMathml = {
  readonly html: string;
  /** How many elements stand directly in `<math>`: between them it may break into lines. */
  readonly pieces: number;
  /** Elements and notations that have no place in our pages: without them the formula would say something else. */
  readonly unsupported: readonly string[];
};

/** Temml's MathML with nothing in it but known elements and attributes; styles as classes. In linear time. */
export function cleanMathml(mathml: string): CleanMathml {
  let html = "";
  let pieces = 0;
  const unsupported = new Set<string>();
  /** For each open element, the tag that closes it; empty where nothing of it was written. */
  const closing: string[] = [];
  readHtml(mathml, {
    startTag: (tag) => {
      const opening = toOpening(tag, unsupported);
      if (opening) html += opening.html;
      if (closing.length === 1) pieces += 1;
      if (!tag.isSelfClosing) closing.push(opening?.close ?? "");
    },
    endTag: () => {
      html += closing.pop() ?? "";
    },
    text: (text) => {
      html += escapeHtml(text);
    },
  });
  return { html, pieces, unsupported: [...unsupported] };
}

type Opening = { readonly html: string; readonly close: string };

function toOpening(tag: Tag, unsupported: Set<string>): Opening | undefined {
  if (!elements.has(tag.name)) {
    unsupported.add(tag.name);
    return undefined;
  }
  const notation = tag.name === "menclose" ? toNotationClass(tag, unsupported) : "";
  const name = tag.name === "menclose" ? "mrow" : tag.name;
  const classes = [notation, ...tag.attributes.flatMap((attribute) => toClasses(attribute, unsupported))];
  const written = tag.attributes.flatMap(toAttributes);
  if (isEmptyHelper(tag) || (name === "mspace" && written.length === 0)) return undefined;
  const className = toClassName(classes);
  if (className !== "") written.push(` class="${className}"`);
  return { html: `<${name}${written.join("")}>`, close: `</${name}>` };
}

function toClassName(lists: readonly string[]): string {
  const classes = new Set(lists.flatMap((list) => list.split(" ")).filter(Boolean));
  // What fills the sides of a numbered equation has no padding anyway.
  return classes.has("glue") ? "glue" : [...classes].join(" ");
}

function toNotationClass({ attributes: all }: Tag, unsupported: Set<string>): string {
  const notation = all.find(({ name }) => name === "notation")?.value ?? "";
  const className = notationClasses.get(notation);
  if (className === undefined) unsupported.add(notation);
  return className ?? "";
}

function toClasses({ name, value = "" }: Attribute, unsupported: Set<string>): string[] {
  if (name === "style") return splitStyle(value).map((declaration) => toStyleClass(declaration) ?? "");
  if (name !== "class") return [];
  if (value.includes("tml-cancelto")) unsupported.add("cancelto");
  return value.split(/\s+/).filter((className) => temmlClasses.has(className));
}

function toAttributes({ name, value = "" }: Attribute): string[] {
  // Colours have an attribute of their own, which the policy does not forbid.
  const color = name === "style" ? /(?:^|;)\s*color:([\w#]+)/.exec(value)?.[1] : undefined;
  if (color !== undefined) return [` mathcolor="${color}"`];
  return attributes.has(name) && attributeValue.test(value) ? [` ${name}="${value}"`] : [];
}

function isEmptyHelper({ name, attributes: all }: Tag): boolean {
  const classes = all.find((attribute) => attribute.name === "class")?.value?.split(/\s+/) ?? [];
  return name === "mrow" && classes.length > 0 && classes.every((className) => helperClasses.test(className));
}
