import type { MarkdownIt, Token } from "markdown-it";
import { escapeHtml } from "../../lib/safe-html.ts";
import { describeDiagram } from "../diagrams/describe-diagram.ts";
import { type DiagramDrawer, hasDiagram } from "../diagrams/diagram-drawer.ts";
import { readDiagram, type ReadDiagram } from "../diagrams/read-diagram.ts";
import { toHtmlAttributes, toHtmlText } from "../html/html-text.ts";
import { Rendering } from "../rendering.ts";
import { parseCodeInfo } from "./code-info.ts";

type DiagramHtml = { readonly html: string };

/** Blocks of code whose language is `mermaid`, as pictures; those that cannot be drawn right remain code, with a warning. */
export function diagrams(md: MarkdownIt, drawer: DiagramDrawer): void {
  md.core.ruler.before("code_languages", "diagrams", (state) => {
    // What was not found beforehand must not be drawn now: the layout program may not be there.
    if (!hasDiagram(state.src)) return;
    for (const token of state.tokens) {
      if (token.type !== "fence") continue;
      const { language, title } = parseCodeInfo(token.info, md.utils.unescapeAll);
      if (language === "mermaid") convert(token, title, { drawer, rendering: Rendering.of(state.env) });
    }
  });
  md.renderer.rules.diagram = (tokens, index, _options, env) => {
    const meta: unknown = tokens[index]?.meta;
    const html = isDiagramHtml(meta) ? meta.html : "";
    const { parts } = Rendering.of(env);
    parts.add("diagrams");
    if (html.includes("<pre")) parts.add("code");
    return html;
  };
}

type Studio = { readonly drawer: DiagramDrawer; readonly rendering: Rendering };

function convert(token: Token, title: string, studio: Studio): void {
  const source = token.content.replace(/\n$/, "");
  const read = readDiagram(source);
  const html = toHtml(read, { ...studio, source, title });
  if (html !== undefined) {
    token.type = "diagram";
    token.meta = { html } satisfies DiagramHtml;
    return;
  }
  const { labels } = studio.rendering;
  const caption = (title || labels.diagrams.source).replaceAll(/["\\]/g, "\\$&");
  token.info = `text title="${caption}"`;
  warn(token, read, studio.rendering);
}

/** A drawing that is hardly wider than a telephone is shrunk to it; others scroll. */
const maxShrunk = 420;

type Scene = Studio & { readonly source: string; readonly title: string };

function toHtml(read: ReadDiagram, { drawer, rendering, source, title }: Scene): string | undefined {
  const drawing = "diagram" in read ? drawer.draw(read.diagram) : undefined;
  if (!("diagram" in read) || !drawing) return undefined;
  const labels = rendering.labels.diagrams;
  const { text, isWhole } = describeDiagram(read.diagram, labels);
  const { width, height, inside } = drawing;
  const attributes = toHtmlAttributes([
    ["class", width > maxShrunk ? "drawing" : "drawing small"],
    ["role", "img"],
    ["aria-label", text],
    ["viewBox", `0 0 ${width} ${height}`],
    ["width", String(width)],
    ["height", String(height)],
  ]);
  const box = `<div class="diagram" tabindex="0"><svg${attributes}>${inside}</svg></div>\n`;
  const caption = title === "" ? "" : `<figcaption>${escapeHtml(title)}</figcaption>\n`;
  // Who cannot see the picture, and hears only its beginning, finds the rest here.
  const rest = isWhole
    ? ""
    : `<details><summary>${escapeHtml(labels.source)}</summary><pre tabindex="0"><code>${toHtmlText(source)}</code></pre></details>\n`;
  return caption + rest === "" ? box : `<figure>\n${box}${caption}${rest}</figure>\n`;
}

function warn(token: Token, read: ReadDiagram, rendering: Rendering): void {
  const { line, what } = "mistake" in read ? read.mistake : { line: 0, what: "no right drawing of it came about" };
  const first = (token.map?.[0] ?? 0) + 1;
  const text = (token.content.split("\n")[line] ?? "").trim();
  const message = `diagram is shown as its source, because ${what}${text === "" ? "" : ` (${text.slice(0, 60)})`}`;
  const remedy = "Write it more simply; docs/writing.md lists what is drawn.";
  rendering.warn({ id: "diagram", message, remedy }, rendering.source.find(text, [first + line, first + line + 1]));
}

function isDiagramHtml(meta: unknown): meta is DiagramHtml {
  return typeof meta === "object" && meta !== null && "html" in meta && typeof meta.html === "string";
}
