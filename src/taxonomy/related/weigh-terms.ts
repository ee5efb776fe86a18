import type { CountedTerms, PostTerms } from "./count-terms.ts";

/** The terms that say most about a post, heaviest first, as parts of a vector of length 1. */
export type Profile = { readonly terms: readonly number[]; readonly weights: readonly number[] };

/** More terms change the order of what is found hardly at all, and the time a lot. */
const kept = 40;

/** What is in more posts says nothing of any; a blog of a few posts has no such words. */
const commonShare = 1 / 3;
const commonAtLeast = 5;

/** TF-IDF with a logarithm on either side. Terms of a single post lengthen its vector, but lead nowhere. */
export function weighTerms({ posts, spread, isWord }: CountedTerms): Profile[] {
  const common = Math.max(commonAtLeast, posts.length * commonShare);
  const rarity = spread.map((count, term) => (isWord[term] && count > common ? 0 : Math.log(posts.length / count)));
  return posts.map((post) => toProfile(post, rarity, spread));
}

function toProfile({ terms, uses }: PostTerms, rarity: readonly number[], spread: readonly number[]): Profile {
  const shared: Weighed[] = [];
  let squares = 0;
  for (let place = 0; place < terms.length; place++) {
    const term = terms[place] ?? 0;
    const weight = (1 + Math.log(uses[place] ?? 1)) * (rarity[term] ?? 0);
    squares += weight * weight;
    if (weight > 0 && (spread[term] ?? 0) > 1) shared.push({ term, weight });
  }
  const heaviest = shared.sort((a, b) => b.weight - a.weight || a.term - b.term).slice(0, kept);
  const length = Math.sqrt(squares);
  return { terms: heaviest.map(({ term }) => term), weights: heaviest.map(({ weight }) => weight / length) };
}

type Weighed = { readonly term: number; readonly weight: number };
