import { distance } from "fastest-levenshtein";

/** A thread file without a post. */
export type Orphan = { readonly post: string; readonly file: string; readonly title?: string };

/** A post without a thread. */
export type Candidate = {
  readonly id: string;
  readonly title: string;
  readonly file: string;
  readonly aliases: readonly string[];
};

/**
 * The post that a thread without one was probably about, before it was renamed: it has the discussion's title, an alias
 * that ends like the old id, or an id that is much like it.
 */
export function findRenamed(orphan: Orphan, candidates: readonly Candidate[], orphans: number): Candidate | undefined {
  const scored = candidates.map((candidate) => ({ candidate, score: toScore(orphan, candidate) }));
  const best = scored.sort((a, b) => b.score - a.score)[0];
  if (!best) return undefined;
  const isOnly = orphans === 1 && candidates.length === 1;
  return best.score >= 0.5 || isOnly ? best.candidate : undefined;
}

function toScore({ post, title }: Orphan, candidate: Candidate): number {
  if (title !== undefined && fold(title) === fold(candidate.title)) return 3;
  const endsLikeId = (alias: string): boolean =>
    alias
      .split("/")
      .findLast((step) => step !== "")
      ?.replace(/\.html?$/, "") === post;
  if (candidate.aliases.some(endsLikeId)) return 2;
  return Math.max(toLikeness(post, candidate.id), toSharedWords(post, `${candidate.id}-${candidate.title}`));
}

function toLikeness(one: string, other: string): number {
  return 1 - distance(fold(one), fold(other)) / Math.max(one.length, other.length, 1);
}

/** How many of the old id's words the post still has. */
function toSharedWords(old: string, now: string): number {
  const words = toWords(old);
  const left = new Set(toWords(now));
  return words.length === 0 ? 0 : words.filter((word) => left.has(word)).length / words.length;
}

function toWords(text: string): string[] {
  return fold(text)
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== "");
}

function fold(text: string): string {
  return text.normalize("NFC").trim().toLowerCase();
}
