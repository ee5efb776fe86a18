import { createMemory, type KeptResults, toResultKey } from "../kept-results.ts";
import type { Diagram } from "./diagram.ts";
import { drawFlowchart, type DrawingProgram } from "./draw-flowchart.ts";
import { type Drawing, drawSequence } from "./draw-sequence.ts";

export type DiagramDrawer = {
  /** Undefined where no right drawing came about. */
  readonly draw: (diagram: Diagram) => Drawing | undefined;
};

export type DrawerOptions = {
  readonly kept?: KeptResults;
  /** Whether there may be flowcharts of which no drawing is kept: the program that lays them out is large. */
  readonly load?: boolean;
};

/** A fence that names mermaid; cheap, for knowing beforehand whether there are diagrams. */
const fence = /^[^`~\n]{0,99}(?:`{3,}|~{3,})[ \t]*mermaid\b/im;

export function hasDiagram(text: string): boolean {
  return /mermaid/i.test(text) && fence.test(text);
}

export async function createDiagramDrawer({
  kept = createMemory(),
  load = true,
}: DrawerOptions = {}): Promise<DiagramDrawer> {
  const program = load ? await loadProgram() : undefined;
  return {
    draw: (diagram) => {
      if (diagram.kind === "sequence") return drawSequence(diagram);
      const { nodes, links, groups, kind, direction } = diagram;
      const key = toResultKey("diagram", JSON.stringify({ kind, direction, nodes, links, groups }));
      const known = kept.get(key);
      if (known !== undefined) return fromText(known);
      if (!program) throw new Error("A flowchart is to be drawn, but the program was not loaded");
      const drawing = drawFlowchart(diagram, program);
      kept.set(key, toText(drawing));
      return drawing;
    },
  };
}

async function loadProgram(): Promise<DrawingProgram> {
  const { renderMermaidSVG } = await import("beautiful-mermaid");
  return (source) => renderMermaidSVG(source, { padding: 8, nodeSpacing: 20, layerSpacing: 36 });
}

function toText(drawing: Drawing | undefined): string {
  return drawing ? `${drawing.width} ${drawing.height}\n${drawing.inside}` : "";
}

function fromText(text: string): Drawing | undefined {
  const [size = "", ...inside] = text.split("\n");
  const [width = 0, height = 0] = size.split(" ").map(Number);
  return text === "" ? undefined : { inside: inside.join("\n"), width, height };
}
