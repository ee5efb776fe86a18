/** A mermaid diagram as far as it is understood: what is in it, not where it stands. Labels may have several lines. */
export type Diagram = (Flowchart | Sequence) & {
  /** `accTitle` and `accDescr`: the author's own words for those who do not see the drawing. */
  readonly title?: string;
  readonly description?: string;
};

export type Direction = "TD" | "LR" | "BT" | "RL";

export type Shape =
  | "rectangle"
  | "rounded"
  | "stadium"
  | "subroutine"
  | "cylinder"
  | "circle"
  | "doublecircle"
  | "diamond"
  | "hexagon"
  | "asymmetric"
  | "trapezoid"
  | "trapezoid-alt"
  /** The dots where a state diagram begins and ends. */
  | "start"
  | "end";

export type Node = { readonly id: string; readonly label: string; readonly shape: Shape };

export type LineStyle = "solid" | "dotted" | "thick";

export type Link = {
  readonly from: string;
  readonly to: string;
  readonly label: string;
  readonly line: LineStyle;
  readonly startsWithArrow: boolean;
  readonly endsWithArrow: boolean;
};

export type Group = {
  readonly id: string;
  readonly label: string;
  readonly direction?: Direction;
  /** Ids of the nodes directly in it. */
  readonly nodes: readonly string[];
  readonly groups: readonly Group[];
};

export type Flowchart = {
  readonly kind: "flowchart" | "state";
  readonly direction: Direction;
  readonly nodes: readonly Node[];
  readonly links: readonly Link[];
  /** The outermost ones. */
  readonly groups: readonly Group[];
};

export type Actor = { readonly id: string; readonly label: string; readonly isPerson: boolean };

export type Head = "none" | "filled" | "open" | "cross";

export type Message = {
  readonly step: "message";
  readonly from: string;
  readonly to: string;
  readonly label: string;
  readonly isDotted: boolean;
  readonly head: Head;
  /** `<<->>`: both ends have the head. */
  readonly isTwoWay: boolean;
};

export type Note = {
  readonly step: "note";
  readonly side: "left" | "right" | "over";
  /** One, or the first and the last of those that it lies over. */
  readonly actors: readonly [string, ...string[]];
  readonly text: string;
};

/** What happens, from top to bottom; blocks such as `loop` open, are divided, and close. */
export type Step =
  | Message
  | Note
  | { readonly step: "activate" | "deactivate"; readonly actor: string }
  | { readonly step: "open" | "divide"; readonly word: string; readonly label: string }
  | { readonly step: "close" };

export type Sequence = {
  readonly kind: "sequence";
  readonly actors: readonly Actor[];
  readonly steps: readonly Step[];
};

/** A line that is not understood, counted from 0 in the source, and why. */
export type DiagramMistake = { readonly line: number; readonly what: string };

/** One line of the source, without space around it, and its number, from 0. */
export type Statement = { readonly text: string; readonly line: number };
