import type { Cluster } from "./assign-fonts.ts";
import { composeText, type ComposedText, type TextStyle } from "./compose-text.ts";
import { withEllipsis } from "./fit-title.ts";

/** A text on one line, its width in ems, and whether nothing of it had to be cut. */
export type FittedLine = { readonly text: ComposedText; readonly width: number; readonly isWhole: boolean };

/** A text on a line of so many ems, cut where it is longer. */
export function fitLine(clusters: readonly Cluster[], style: TextStyle, room: number): FittedLine {
  const whole = compose(clusters, style);
  if (whole.width <= room) return { ...whole, isWhole: true };
  let kept = clusters.findIndex((_, index) => whole.text.measure(0, index + 1) > room);
  let cut = compose(withEllipsis(clusters.slice(0, kept), style), style);
  while (kept > 0 && cut.width > room) {
    kept -= 1;
    cut = compose(withEllipsis(clusters.slice(0, kept), style), style);
  }
  return { ...cut, isWhole: false };
}

function compose(clusters: readonly Cluster[], style: TextStyle): Omit<FittedLine, "isWhole"> {
  const text = composeText(clusters, style);
  return { text, width: text.measure(0, clusters.length) };
}
