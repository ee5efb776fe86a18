import type { Flowchart, Group, Link, LineStyle, Node } from "./diagram.ts";
import { blankLabel, type LabelCode } from "./label-code.ts";

/**
 * A flowchart written again in the few forms that the drawing program reads rightly: every node is declared before it
 * is linked, in its group, under an id of ours; one link a line, with spaces.
 */
export type SimpleMermaid = {
  readonly source: string;
  /** The id that stands in the drawing for a node or a group. */
  readonly idOf: (id: string) => string;
};

export type ScriptOptions = {
  readonly code: LabelCode;
  /** The program lays links without words on top of each other, also where a node is in the way: these get some. */
  readonly hasBlankLabels: boolean;
};

export function toSimpleMermaid(chart: Flowchart, options: ScriptOptions): SimpleMermaid {
  const ids = toIds(chart);
  const idOf = (id: string): string => ids.get(id) ?? "";
  const scribe = chart.kind === "state" ? writeState : writeFlowchart;
  return { source: scribe({ chart, idOf, ...options }), idOf };
}

type Script = ScriptOptions & { readonly chart: Flowchart; readonly idOf: SimpleMermaid["idOf"] };

/** A link's words as the program gets them; empty for none. */
function toWords(label: string, { code, hasBlankLabels }: ScriptOptions): string {
  return label === "" && hasBlankLabels ? blankLabel : toBreaks(code.encode(label));
}

function toIds({ nodes, groups }: Flowchart): Map<string, string> {
  const ids = new Map<string, string>();
  const dots = { start: 0, end: 0 };
  const addGroup = (group: Group): void => {
    ids.set(group.id, `g${ids.size}`);
    group.groups.forEach(addGroup);
  };
  groups.forEach(addGroup);
  for (const { id, shape } of nodes) {
    if (shape !== "start" && shape !== "end") ids.set(id, `n${ids.size}`);
  }
  // The program numbers these itself, in the order in which it meets them.
  for (const id of dotsInOrder(nodes, groups)) {
    const shape = nodes.find((node) => node.id === id)?.shape === "start" ? "start" : "end";
    dots[shape] += 1;
    ids.set(id, `_${shape}${dots[shape] > 1 ? dots[shape] : ""}`);
  }
  return ids;
}

function dotsInOrder(nodes: readonly Node[], groups: readonly Group[]): string[] {
  const isDot = (id: string): boolean => nodes.some((node) => node.id === id && /^(?:start|end)$/.test(node.shape));
  const grouped = groups.flatMap(allNodes);
  const free = nodes.map(({ id }) => id).filter((id) => !grouped.includes(id));
  return [...grouped, ...free].filter(isDot);
}

function allNodes({ nodes, groups }: Group): readonly string[] {
  return [...nodes, ...groups.flatMap(allNodes)];
}

const brackets: Readonly<Record<Exclude<Node["shape"], "start" | "end">, readonly [string, string]>> = {
  rectangle: ["[", "]"],
  rounded: ["(", ")"],
  stadium: ["([", "])"],
  subroutine: ["[[", "]]"],
  cylinder: ["[(", ")]"],
  circle: ["((", "))"],
  doublecircle: ["(((", ")))"],
  diamond: ["{", "}"],
  hexagon: ["{{", "}}"],
  asymmetric: [">", "]"],
  trapezoid: ["[/", "\\]"],
  "trapezoid-alt": ["[\\", "/]"],
};

const operators: Readonly<Record<LineStyle, readonly [line: string, arrow: string]>> = {
  solid: ["---", "-->"],
  dotted: ["-.-", "-.->"],
  thick: ["===", "==>"],
};

function writeFlowchart({ chart, idOf, code, hasBlankLabels }: Script): string {
  const write = ({ id, label, shape }: Node): string => {
    const [open, close] = shape === "start" || shape === "end" ? ["((", "))"] : brackets[shape];
    return `${idOf(id)}${open}"${toBreaks(code.encode(label))}"${close}`;
  };
  const writeGroup = (group: Group): string[] => [
    `subgraph ${idOf(group.id)} [${toBreaks(code.encode(group.label))}]`,
    ...(group.direction ? [`direction ${group.direction}`] : []),
    ...nodesOf(group, chart).map(write),
    ...group.groups.flatMap(writeGroup),
    "end",
  ];
  const links = chart.links.map(({ from, to, label, line, startsWithArrow, endsWithArrow }) => {
    const operator = `${startsWithArrow ? "<" : ""}${operators[line][endsWithArrow ? 1 : 0]}`;
    const words = toWords(label, { code, hasBlankLabels });
    return `${idOf(from)} ${operator}${words === "" ? "" : `|${words}|`} ${idOf(to)}`;
  });
  const lines = [...chart.groups.flatMap(writeGroup), ...freeNodes(chart).map(write), ...links];
  return [`flowchart ${chart.direction}`, ...lines].join("\n");
}

function writeState({ chart, idOf, code, hasBlankLabels }: Script): string {
  const shapes = new Map(chart.nodes.map(({ id, shape }) => [id, shape]));
  const isDot = (id: string): boolean => /^(?:start|end)$/.test(shapes.get(id) ?? "");
  const nameOf = (id: string): string => (isDot(id) ? "[*]" : idOf(id));
  const writeLink = ({ from, to, label }: Link): string => {
    const words = toWords(label, { code, hasBlankLabels });
    return `${nameOf(from)} --> ${nameOf(to)}${words === "" ? "" : ` : ${words}`}`;
  };
  // A dot belongs where the one transition that it has is written.
  const write = ({ id, label }: Node): string[] =>
    isDot(id)
      ? chart.links.filter(({ from, to }) => from === id || to === id).map(writeLink)
      : [`state "${toBreaks(code.encode(label))}" as ${idOf(id)}`];
  const inOrder = (nodes: readonly Node[]): string[] =>
    [...nodes.filter(({ id }) => !isDot(id)), ...nodes.filter(({ id }) => isDot(id))].flatMap(write);
  const writeGroup = (group: Group): string[] => [
    `state "${toBreaks(code.encode(group.label))}" as ${idOf(group.id)} {`,
    ...(group.direction ? [`direction ${group.direction}`] : []),
    ...inOrder(nodesOf(group, chart)),
    ...group.groups.flatMap(writeGroup),
    "}",
  ];
  const links = chart.links.filter(({ from, to }) => !isDot(from) && !isDot(to)).map(writeLink);
  const lines = [...chart.groups.flatMap(writeGroup), ...inOrder(freeNodes(chart)), ...links];
  return ["stateDiagram-v2", `direction ${chart.direction}`, ...lines].join("\n");
}

function nodesOf({ nodes }: Group, chart: Flowchart): Node[] {
  return chart.nodes.filter(({ id }) => nodes.includes(id));
}

function freeNodes({ nodes, groups }: Flowchart): Node[] {
  const grouped = new Set(groups.flatMap(allNodes));
  return nodes.filter(({ id }) => !grouped.has(id));
}

function toBreaks(label: string): string {
  return label.replaceAll("\n", "<br>");
}
