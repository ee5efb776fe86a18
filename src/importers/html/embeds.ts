import type { Element } from "hast";
import { toHtml } from "hast-util-to-html";
import { embedAddress, embedSource } from "./embed-address.ts";
import { attributeOf, childrenOf } from "./hast.ts";
import { type Marks, withMark } from "./mark.ts";
import type { ElementHandler, ElementHandlers, Walker } from "./walker.ts";

export const embedElements: ElementHandlers = new Map<string, ElementHandler>([
  ["iframe", frame],
  ["object", plugin],
  ["embed", plugin],
]);

/** A frame that a click opens, so that nobody is asked for anything before, and a link beside it. */
function frame(walker: Walker, element: Element, marks: Marks): void {
  const source = embedSource(element);
  const address = embedAddress(element);
  if (source === undefined || address === undefined) {
    walker.separate();
    return walker.job.report(element, { kind: "embed", outcome: "dropped", note: "It names no page." });
  }
  if (walker.isLine) return link(walker, address, marks);
  const { host } = new URL(source);
  walker.job.report(element, {
    kind: "embed",
    outcome: "changed",
    note: `A link, and a frame that a click opens once \`frameHosts\` in _data/site.ts has "${host}".`,
  });
  const title = attributeOf(element, "title")?.replace(/\s+/g, " ").trim() || host;
  walker.block({
    type: "html",
    value: toHtml(toDetails(element, { source, title }), { characterReferences: { useNamedReferences: true } }),
  });
  link(walker, address, marks);
}

function toDetails(element: Element, { source, title }: { source: string; title: string }): Element {
  const { properties } = element;
  const size = [properties["width"], properties["height"]].map((value) =>
    /^\d{1,4}$/.test(String(value)) ? value : undefined,
  );
  const newline = { type: "text" as const, value: "\n" };
  const iframe: Element = {
    type: "element",
    tagName: "iframe",
    properties: { loading: "lazy", title, src: source, width: size[0], height: size[1], allowFullScreen: true },
    children: [],
  };
  const summary: Element = {
    type: "element",
    tagName: "summary",
    properties: {},
    children: [{ type: "text", value: title }],
  };
  return {
    type: "element",
    tagName: "details",
    properties: { className: ["embed"] },
    children: [newline, summary, newline, iframe, newline],
  };
}

/** Flash and its like: where it was leads a link, to the page of a film if its address tells. */
function plugin(walker: Walker, element: Element, marks: Marks): void {
  const address = embedAddress(element);
  if (address === undefined) {
    walker.job.report(element, {
      kind: "embed",
      outcome: "dropped",
      note: "What it held for those who could not see it is kept.",
    });
    return walker.enter(element, marks);
  }
  walker.job.report(element, { kind: "embed", outcome: "changed", note: "A link to it." });
  link(walker, address, marks);
  // What it offers instead; the same again in another form is not.
  walker.walk(
    childrenOf(element).filter(
      (child) => child.type !== "element" || !/^(?:embed|object|iframe|param)$/.test(child.tagName),
    ),
    marks,
  );
  walker.separate();
}

/** On a line of its own, as a link that stands for what it leads to. */
function link(walker: Walker, address: string, marks: Marks): void {
  walker.separate();
  const outside = marks.filter(({ kind }) => kind === "tag");
  walker.text(address, withMark(outside, { kind: "link", url: walker.job.target.linkOf(address) }));
  walker.separate();
}
