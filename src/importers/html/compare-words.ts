import type { Root } from "hast";
import type { Finding } from "../finding.ts";
import { toRenderedWords } from "./rendered-words.ts";
import { toSourceWords } from "./source-words.ts";

/** Differences of one text that are told; where there are more, something is wrong with all of it. */
const maxFindings = 5;
/** Words that are shown of a difference, and looked ahead to find its end. */
const maxShown = 8;
const maxLookAhead = 200;

/** Renders Markdown as a build does and compares its words with those of the page that it was made of. */
export function compareWords(tree: Root, markdown: string): Finding[] {
  const source = toSourceWords(tree).words;
  const rendered = toRenderedWords(markdown).words;
  const findings: Finding[] = [];
  let here = 0;
  let there = 0;
  while (here < source.length || there < rendered.length) {
    if (source[here] === rendered[there]) {
      here += 1;
      there += 1;
      continue;
    }
    const [left, right] = findNext({ source, rendered }, here, there);
    if (findings.length === maxFindings) {
      findings.push(toFinding("…", "There are more differences."));
      break;
    }
    findings.push(describe({ source, rendered }, { here, there, left, right }));
    here = left;
    there = right;
  }
  return findings;
}

type Texts = { readonly source: readonly string[]; readonly rendered: readonly string[] };

/** Where both go on alike, by the fewest words left out; their ends if nowhere near. */
function findNext({ source, rendered }: Texts, here: number, there: number): [number, number] {
  for (let sum = 1; sum <= maxLookAhead; sum += 1) {
    for (let skipped = 0; skipped <= sum; skipped += 1) {
      const left = here + skipped;
      const right = there + sum - skipped;
      if (left > source.length || right > rendered.length) continue;
      const isEnd = left === source.length && right === rendered.length;
      const isSame =
        source[left] !== undefined && source[left] === rendered[right] && source[left + 1] === rendered[right + 1];
      if (isEnd || isSame) return [left, right];
    }
  }
  return [source.length, rendered.length];
}

type Difference = { readonly here: number; readonly there: number; readonly left: number; readonly right: number };

function describe({ source, rendered }: Texts, { here, there, left, right }: Difference): Finding {
  const before = source.slice(Math.max(0, here - 4), here).join(" ");
  const after = before === "" ? "At the beginning" : `After “${before}”`;
  const found = quote(source.slice(here, left));
  const shown = quote(rendered.slice(there, right));
  return toFinding(found, `${after}, the old page has ${found} and the new one ${shown}.`);
}

function quote(words: readonly string[]): string {
  if (words.length === 0) return "nothing";
  const shown = words.slice(0, maxShown).map((word) => (word.length > 60 ? `${word.slice(0, 60)}…` : word));
  return `“${shown.join(" ")}${words.length > maxShown ? " …" : ""}”`;
}

function toFinding(found: string, note: string): Finding {
  return { kind: "words", found, outcome: "changed", note };
}
