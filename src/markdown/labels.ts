/** The few words that the Markdown renderer says itself, in the language of the text; `_includes/strings` has them. */
export type Labels = {
  readonly alerts: Readonly<Record<AlertKind, string>>;
  readonly table: string;
  readonly footnotes: string;
  /** Accessible name of a footnote's mark. */
  readonly footnote: (number: string) => string;
  /** Accessible name of the way back to that mark. */
  readonly footnoteBack: (number: string) => string;
  /** Accessible name of a heading's anchor. */
  readonly section: (heading: string) => string;
  /** Accessible name of a picture's link to itself, larger, where the author has not said what it shows. */
  readonly enlarge: string;
  readonly diagrams: DiagramLabels;
};

/** Words for those who hear a diagram, and above one that is shown as its source. */
export type DiagramLabels = {
  readonly flowchart: string;
  readonly state: string;
  readonly sequence: string;
  readonly source: string;
  /** The dots where a state diagram begins and ends. */
  readonly start: string;
  readonly end: string;
  readonly link: (from: string, to: string) => string;
};

export type AlertKind = "note" | "tip" | "important" | "warning" | "caution";

/** For those who want a text without the markup around it. */
export const noLabels: Labels = {
  alerts: { note: "", tip: "", important: "", warning: "", caution: "" },
  table: "",
  footnotes: "",
  footnote: (number) => number,
  footnoteBack: (number) => number,
  section: (heading) => heading,
  enlarge: "",
  diagrams: { flowchart: "", state: "", sequence: "", source: "", start: "", end: "", link: (from) => from },
};
