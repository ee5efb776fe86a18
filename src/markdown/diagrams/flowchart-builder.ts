import type { Direction, Flowchart, Group, Link, Node } from "./diagram.ts";

type OpenGroup = {
  readonly id: string;
  readonly label: string;
  direction?: Direction;
  readonly nodes: Set<string>;
  readonly groups: Group[];
};

/** Gathers a flowchart statement by statement; what is said later of a node holds for the whole of it. */
export class FlowchartBuilder {
  readonly #kind: Flowchart["kind"];
  #direction: Direction;
  readonly #nodes = new Map<string, Node>();
  readonly #links: Link[] = [];
  readonly #groups: Group[] = [];
  readonly #groupIds = new Set<string>();
  readonly #open: OpenGroup[] = [];
  /** Nodes whose group is closed: they stay in it, wherever they are named again. */
  readonly #settled = new Set<string>();

  constructor(kind: Flowchart["kind"], direction: Direction) {
    this.#kind = kind;
    this.#direction = direction;
  }

  define(node: Node): void {
    this.#nodes.set(node.id, node);
    this.#place(node.id);
  }

  mention(id: string): void {
    if (!this.#nodes.has(id))
      this.#nodes.set(id, { id, label: id, shape: this.#kind === "state" ? "rounded" : "rectangle" });
    this.#place(id);
  }

  /** What was a node until now is about to be a group; false where it lies in another already. */
  forget(id: string): boolean {
    if (this.#settled.has(id)) return false;
    this.#nodes.delete(id);
    for (const { nodes } of this.#open) nodes.delete(id);
    return true;
  }

  isGroup(id: string): boolean {
    return this.#groupIds.has(id);
  }

  addLink(link: Link): void {
    this.#links.push(link);
  }

  setDirection(direction: Direction): undefined {
    const group = this.#open.at(-1);
    if (group) group.direction = direction;
    else this.#direction = direction;
  }

  openGroup(id: string, label: string): string | undefined {
    if (this.#groupIds.has(id)) return "two groups have one name";
    this.#groupIds.add(id);
    this.#open.push({ id, label, nodes: new Set(), groups: [] });
    return undefined;
  }

  closeGroup(): string | undefined {
    const group = this.#open.pop();
    if (!group) return "there is no group to end";
    const nodes = [...group.nodes].filter((id) => !this.#settled.has(id));
    for (const id of nodes) this.#settled.add(id);
    if (nodes.length === 0 && group.groups.length === 0) return "a group with nothing in it is not drawn";
    (this.#open.at(-1)?.groups ?? this.#groups).push({ ...group, nodes });
    return undefined;
  }

  /** What is wrong with the whole. */
  findFault(): string | undefined {
    if (this.#open.length > 0) return "a group has no end";
    if (this.#nodes.size === 0) return "there is nothing in it";
    const isMixed = [...this.#nodes.keys()].some((id) => this.#groupIds.has(id));
    return isMixed ? "links to groups are not drawn" : undefined;
  }

  build(): Flowchart {
    return {
      kind: this.#kind,
      direction: this.#direction,
      nodes: [...this.#nodes.values()],
      links: this.#links,
      groups: this.#groups,
    };
  }

  #place(id: string): void {
    this.#open.at(-1)?.nodes.add(id);
  }
}
