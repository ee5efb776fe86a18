import type { Profile } from "./weigh-terms.ts";

/** The cosine from which on two posts have something to do with one another. */
const worthIt = 0.045;

/** Entries of the index looked at for one post: keeps the time of a big blog linear. */
const patience = 2000;

/** For the number of a profile those of the nearest others, nearest first; of equals the one that comes first. */
export function createNearest(profiles: readonly Profile[]): (place: number) => readonly number[] {
  const index = toIndex(profiles);
  const scores = new Float64Array(profiles.length);
  return (place) => {
    const met: number[] = [];
    for (const { from, to, weight } of rarestFirst(profiles[place], index)) {
      for (let entry = from; entry < to; entry++) {
        const other = index.places[entry] ?? 0;
        const score = scores[other] ?? 0;
        if (score === 0) met.push(other);
        scores[other] = score + weight * (index.weights[entry] ?? 0);
      }
    }
    const found: { readonly other: number; readonly score: number }[] = [];
    for (const other of met) {
      const score = scores[other] ?? 0;
      if (score >= worthIt && other !== place) found.push({ other, score });
      scores[other] = 0;
    }
    return found.sort((a, b) => b.score - a.score || a.other - b.other).map(({ other }) => other);
  };
}

/** Who has a term, and with what weight: the entries from `starts[term]` to `starts[term + 1]`. */
type Index = {
  readonly starts: Uint32Array;
  readonly places: Uint32Array;
  readonly weights: Float64Array;
};

function toIndex(profiles: readonly Profile[]): Index {
  const terms = profiles.reduce((most, profile) => profile.terms.reduce((a, b) => Math.max(a, b), most), -1) + 1;
  const starts = new Uint32Array(terms + 1);
  for (const profile of profiles) for (const term of profile.terms) starts[term + 1] = (starts[term + 1] ?? 0) + 1;
  for (let term = 0; term < terms; term++) starts[term + 1] = (starts[term + 1] ?? 0) + (starts[term] ?? 0);
  const places = new Uint32Array(starts[terms] ?? 0);
  const weights = new Float64Array(places.length);
  const next = starts.slice();
  for (const [place, profile] of profiles.entries()) {
    for (const [n, term] of profile.terms.entries()) {
      const entry = next[term] ?? 0;
      places[entry] = place;
      weights[entry] = profile.weights[n] ?? 0;
      next[term] = entry + 1;
    }
  }
  return { starts, places, weights };
}

function rarestFirst(profile: Profile | undefined, { starts }: Index) {
  const { terms = [], weights = [] } = profile ?? {};
  const all = terms.map((term, n) => ({ from: starts[term] ?? 0, to: starts[term + 1] ?? 0, weight: weights[n] ?? 0 }));
  all.sort((a, b) => a.to - a.from - (b.to - b.from) || a.from - b.from);
  let looked = 0;
  return all.filter(({ from, to }) => (looked += to - from) <= patience);
}
