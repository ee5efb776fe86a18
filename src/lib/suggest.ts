import { distance } from "fastest-levenshtein";

/** The candidate that `word` is probably a slip of: at most a third of its letters differ, or two that changed places. */
export function suggest(word: string, candidates: Iterable<string>): string | undefined {
  const typed = word.toLowerCase();
  let best: string | undefined;
  let bestSteps = (typed.length < 5 ? 1 : Math.max(2, Math.floor(typed.length / 3))) + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - typed.length) >= bestSteps) continue;
    const steps = countSteps(typed, candidate.toLowerCase());
    if (steps < bestSteps) {
      best = candidate;
      bestSteps = steps;
    }
  }
  return best;
}

function countSteps(a: string, b: string): number {
  const at = [...a].findIndex((char, index) => char !== b[index]);
  const swapped = at < 0 ? a : a.slice(0, at) + (a[at + 1] ?? "") + (a[at] ?? "") + a.slice(at + 2);
  return a !== b && swapped === b ? 1 : distance(a, b);
}
