import type { MarkdownTools } from "../markdown/create-markdown.ts";
import { createDiagramDrawer, hasDiagram } from "../markdown/diagrams/diagram-drawer.ts";
import { createHighlighter, findLanguages } from "../markdown/highlighter.ts";
import type { ResultPack } from "./result-pack.ts";

/** What highlights and draws; grammars and the layout program are loaded for texts only of which no results are kept. */
export async function createMarkdownTools(texts: readonly string[], pack: ResultPack): Promise<MarkdownTools> {
  const found = texts.map((text) => ({ text, languages: findLanguages(text), hasDiagram: hasDiagram(text) }));
  const worked = found.filter((it) => it.languages.size > 0 || it.hasDiagram);
  const fresh = worked.filter(({ text }) => !pack.knows(text));
  const [highlighter, drawer] = await Promise.all([
    createHighlighter(
      worked.flatMap(({ languages }) => [...languages]),
      { kept: pack, load: fresh.flatMap(({ languages }) => [...languages]) },
    ),
    createDiagramDrawer({ kept: pack, load: fresh.some((it) => it.hasDiagram) }),
  ]);
  return { highlighter, drawer };
}
