import type { Finding } from "../../finding.ts";
import { createLineFinder } from "./edits.ts";
import type { TextScene } from "./text-scene.ts";

type Loss = { readonly kind: Finding["kind"]; readonly pattern: RegExp; readonly note: string };

const losses: readonly Loss[] = [
  { kind: "html", pattern: /<script\b/gi, note: "The new blog runs no scripts of a text; it leaves them out." },
  { kind: "html", pattern: /<style\b/gi, note: "The new blog leaves style sheets of a text out." },
  { kind: "html", pattern: /<[a-z][^<>]{0,2000}?\sstyle\s{0,9}=/gi, note: "The new blog leaves `style` out." },
  {
    kind: "html",
    pattern: /<[a-z][^<>]{0,2000}?\son[a-z]{3,20}\s{0,9}=/gi,
    note: "The new blog leaves event handlers out.",
  },
  {
    kind: "embed",
    pattern: /<(?:iframe|embed|object)\b/gi,
    note: "It is shown when its host stands in `frameHosts` of `_data/site.ts`; a link is shown until then.",
  },
];

/** HTML that stands in the text as before, but is not shown as before: each sort once, where it is first. */
export function findLostHtml(text: string, scene: TextScene): Finding[] {
  const lineAt = createLineFinder(text);
  return losses.flatMap(({ kind, pattern, note }): Finding[] => {
    const found = Array.from(text.matchAll(pattern)).filter(({ index }) => isHtml(scene, index));
    const [first] = found;
    if (!first) return [];
    const sign = `${/^<\w+/.exec(first[0])?.[0] ?? ""}${pattern.source.includes("style\\s") ? " style" : ""}>`;
    const times = found.length === 1 ? sign : `${sign}, the first of ${found.length}`;
    return [{ kind, found: times, outcome: "left as it was", line: lineAt(first.index), note }];
  });
}

function isHtml(scene: TextScene, index: number): boolean {
  const part = scene.partAt(index);
  return part === "html" || part === "prose";
}
