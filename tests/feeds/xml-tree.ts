import { SaxesParser } from "saxes";

/** An element with its namespace resolved. */
export type XmlElement = {
  readonly namespace: string;
  readonly name: string;
  /** By local name for attributes without a namespace, by prefixed name for the others (`xml:lang`). */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** Its own text, without that of its children. */
  readonly text: string;
};

type Open = XmlElement & { readonly children: XmlElement[]; text: string };

/** Reads a document into a tree; throws at the first place that is not well-formed. */
export function parseXml(xml: string): XmlElement {
  const top: Open = { namespace: "", name: "", attributes: new Map(), children: [], text: "" };
  const open: Open[] = [top];
  const parser = new SaxesParser({ xmlns: true });
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ uri, local, attributes }) => {
    const values = Object.values(attributes).map(({ name, value }) => [name, value] as const);
    const element: Open = { namespace: uri, name: local, attributes: new Map(values), children: [], text: "" };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  const addText = (text: string) => {
    const current = open.at(-1);
    if (current) current.text += text;
  };
  parser.on("text", addText);
  parser.on("cdata", addText);
  parser.on("closetag", () => open.pop());
  parser.write(xml).close();
  const [root] = top.children;
  if (!root) throw new Error("no element");
  return root;
}
