import type { DiagramMistake, Flowchart, Statement } from "./diagram.ts";
import { FlowchartBuilder } from "./flowchart-builder.ts";
import { toDirection } from "./read-flowchart.ts";
import { readLabel } from "./read-label.ts";

const stateId = "[\\p{L}\\p{N}_]+(?:-[\\p{L}\\p{N}_]+)*";
const styleClass = "(?::::[\\w-]+)?";
const transition = new RegExp(
  `^(\\[\\*\\]|${stateId})${styleClass}\\s*-->\\s*(\\[\\*\\]|${stateId})${styleClass}(?:\\s*:(.*))?$`,
  "u",
);
const composite = new RegExp(`^state\\s+(?:"([^"]+)"\\s+as\\s+)?(${stateId})\\s*\\{$`, "u");
const alias = new RegExp(`^state\\s+"([^"]+)"\\s+as\\s+(${stateId})$`, "u");
const description = new RegExp(`^(${stateId})\\s*:(.*)$`, "u");
const bare = new RegExp(`^(?:state\\s+)?(${stateId})${styleClass}$`, "u");
const notUnderstood = "this line is not understood";

/** State diagrams: states, transitions and composite states; no notes, forks and choices. */
export function readState({ text, line }: Statement, statements: readonly Statement[]): Flowchart | DiagramMistake {
  if (!/^stateDiagram(-v2)?$/.test(text)) return { line, what: "this beginning of a diagram is not understood" };
  const reader = new StateReader();
  for (const statement of statements) {
    const what = reader.take(statement.text);
    if (what !== undefined) return { line: statement.line, what };
  }
  const what = reader.builder.findFault();
  return what === undefined ? reader.builder.build() : { line, what };
}

class StateReader {
  readonly builder = new FlowchartBuilder("state", "TD");
  readonly #described = new Set<string>();
  #dots = 0;

  /** What is wrong with a statement; undefined when it was understood. */
  take(text: string): string | undefined {
    if (/^(?:classDef|class|style)\s/.test(text)) return undefined;
    const [, direction] = /^direction\s+(TB|TD|LR|BT|RL)$/.exec(text) ?? [];
    if (direction !== undefined) return this.builder.setDirection(toDirection(direction));
    if (text === "}") return this.builder.closeGroup();
    const [, from, to, label] = transition.exec(text) ?? [];
    if (from !== undefined && to !== undefined) return this.#link(from, to, label ?? "");
    const [, title, group] = composite.exec(text) ?? [];
    if (group !== undefined) return this.#open(group, title ?? group);
    const [, name, id] = alias.exec(text) ?? [];
    if (id !== undefined) return this.#describe(id, name ?? "");
    const [, described, words] = description.exec(text) ?? [];
    if (described !== undefined) return this.#describe(described, words ?? "");
    const [, alone] = bare.exec(text) ?? [];
    if (alone === undefined || alone === "state") return notUnderstood;
    this.#mention(alone);
    return undefined;
  }

  #open(id: string, title: string): string | undefined {
    const label = readLabel(title);
    if (label === undefined) return notUnderstood;
    if (this.#described.has(id) || !this.builder.forget(id)) return "this state is described elsewhere";
    return this.builder.openGroup(id, label);
  }

  #describe(id: string, written: string): string | undefined {
    const label = readLabel(written);
    if (label === undefined || label === "" || this.#described.has(id) || this.builder.isGroup(id))
      return notUnderstood;
    this.#described.add(id);
    this.builder.define({ id, label, shape: "rounded" });
    return undefined;
  }

  #link(from: string, to: string, written: string): string | undefined {
    const label = readLabel(written);
    if (label === undefined || (from === "[*]" && to === "[*]")) return notUnderstood;
    const ends = { from: this.#mention(from, "start"), to: this.#mention(to, "end") };
    this.builder.addLink({ ...ends, label, line: "solid", startsWithArrow: false, endsWithArrow: true });
    return undefined;
  }

  #mention(id: string, dot: "start" | "end" = "start"): string {
    if (id !== "[*]") {
      if (!this.builder.isGroup(id)) this.builder.mention(id);
      return id;
    }
    this.#dots += 1;
    const own = `[*]${this.#dots}`;
    this.builder.define({ id: own, label: "", shape: dot });
    return own;
  }
}
