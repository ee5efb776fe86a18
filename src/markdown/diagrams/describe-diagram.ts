import type { DiagramLabels } from "../labels.ts";
import type { Diagram, Flowchart, Sequence } from "./diagram.ts";

/** More than anybody wants to hear at one go. */
const maxLength = 600;

export type Description = {
  readonly text: string;
  /** Whether it says all that the diagram says. */
  readonly isWhole: boolean;
};

/** A diagram in words, the author's where there are any. */
export function describeDiagram(diagram: Diagram, labels: DiagramLabels): Description {
  const { title, description, kind } = diagram;
  const own = [title, description].filter((text) => text !== undefined);
  if (description !== undefined) return { text: own.join(". "), isWhole: true };
  const facts = diagram.kind === "sequence" ? toSequenceFacts(diagram, labels) : toChartFacts(diagram, labels);
  const name = title ?? labels[kind];
  const text = `${name}: ${facts.map((fact) => fact.replaceAll("\n", " ")).join("; ")}`;
  if (text.length <= maxLength) return { text, isWhole: true };
  const cut = text.slice(0, maxLength);
  return { text: `${cut.slice(0, cut.lastIndexOf(";"))}; …`, isWhole: false };
}

function toChartFacts({ nodes, links }: Flowchart, labels: DiagramLabels): string[] {
  const names = new Map(
    nodes.map(({ id, label, shape }) => [id, shape === "start" || shape === "end" ? labels[shape] : label]),
  );
  const nameOf = (id: string): string => names.get(id) ?? id;
  const linked = new Set(links.flatMap(({ from, to }) => [from, to]));
  const alone = nodes.filter(({ id }) => !linked.has(id)).map(({ label }) => label);
  return [
    ...links.map(({ from, to, label }) => withLabel(labels.link(nameOf(from), nameOf(to)), label, "()")),
    ...alone,
  ];
}

function toSequenceFacts({ actors, steps }: Sequence, labels: DiagramLabels): string[] {
  const names = new Map(actors.map(({ id, label }) => [id, label]));
  const nameOf = (id: string): string => names.get(id) ?? id;
  const facts = steps.flatMap((step) => {
    if (step.step === "message") return [withLabel(labels.link(nameOf(step.from), nameOf(step.to)), step.label)];
    if (step.step === "note") return [withLabel(step.actors.map(nameOf).join(", "), step.text)];
    return step.step === "open" || step.step === "divide" ? [withLabel(step.word, step.label)] : [];
  });
  return facts.length > 0 ? facts : actors.map(({ label }) => label);
}

function withLabel(text: string, label: string, brackets?: "()"): string {
  if (label === "") return text;
  return brackets ? `${text} (${label})` : `${text}: ${label}`;
}
