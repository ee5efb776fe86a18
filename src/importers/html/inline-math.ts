/* eslint-disable typescript/consistent-type-definitions -- mdast's maps are open to interfaces alone */
import type { Literal } from "mdast";

/** A formula in a line, which mdast has no node for. */
export interface InlineMath extends Literal {
  type: "inlineMath";
}

declare module "mdast" {
  interface PhrasingContentMap {
    inlineMath: InlineMath;
  }
  interface RootContentMap {
    inlineMath: InlineMath;
  }
}
