import { readHtml } from "../html/read-html.ts";

/** A tag of the drawing program's SVG, with its attributes and the text directly in it. */
export type SvgElement = {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly SvgElement[];
  readonly text: string;
};

type OpenElement = { name: string; attributes: Map<string, string>; children: SvgElement[]; text: string };

/** The program's SVG as a tree: small, shallow and machine-made. */
export function readSvg(svg: string): SvgElement {
  const root: OpenElement = { name: "", attributes: new Map(), children: [], text: "" };
  const open = [root];
  readHtml(svg, {
    startTag: ({ name, attributes, isSelfClosing }) => {
      const values = attributes.map((attribute) => [attribute.name, attribute.value ?? ""] as const);
      const element: OpenElement = { name, attributes: new Map(values), children: [], text: "" };
      (open.at(-1) ?? root).children.push(element);
      if (!isSelfClosing) open.push(element);
    },
    endTag: () => {
      if (open.length > 1) open.pop();
    },
    text: (text) => {
      const element = open.at(-1);
      if (element) element.text += text;
    },
  });
  return root.children.find(({ name }) => name === "svg") ?? root;
}

/** All elements of a tree whose class is this. */
export function findByClass(element: SvgElement, className: string): SvgElement[] {
  const own = element.attributes.get("class") === className ? [element] : [];
  return [...own, ...element.children.flatMap((child) => findByClass(child, className))];
}
