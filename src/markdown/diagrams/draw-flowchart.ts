import { isDrawnRight } from "./check-drawing.ts";
import type { Flowchart } from "./diagram.ts";
import type { Drawing } from "./draw-sequence.ts";
import { LabelCode } from "./label-code.ts";
import { readSvg } from "./svg-reader.ts";
import { toSimpleMermaid } from "./to-simple-mermaid.ts";
import { sizeOf, writeFlowchart } from "./write-flowchart.ts";

/** Mermaid in, SVG out: `renderMermaidSVG` of beautiful-mermaid. */
export type DrawingProgram = (source: string) => string;

/** Undefined when the program failed, or drew something else than the chart says, in both ways that there are. */
export function drawFlowchart(chart: Flowchart, program: DrawingProgram): Drawing | undefined {
  for (const hasBlankLabels of [false, true]) {
    const code = new LabelCode();
    const { source, idOf } = toSimpleMermaid(chart, { code, hasBlankLabels });
    const drawn = runProgram(() => program(source));
    if (drawn === undefined) return undefined;
    const svg = readSvg(drawn);
    if (isDrawnRight(svg, { chart, idOf, code })) return { inside: writeFlowchart(svg, code), ...sizeOf(svg) };
  }
  return undefined;
}

function runProgram(run: () => string): string | undefined {
  try {
    return run();
  } catch {
    // Whatever it stumbled over, the author gets to see the source and a warning.
    return undefined;
  }
}
