import type { Finding } from "../../finding.ts";

/** As many rows as somebody reads, and how many there are. */
export type Excerpt<T> = { readonly rows: readonly T[]; readonly total: number };

export type PlacedFinding = Finding & { readonly place: string };

/** What was found and done several times, at the place of the first. */
export type RepeatedFinding = PlacedFinding & { readonly times: number };

export type FindingGroup = Excerpt<RepeatedFinding> & {
  /** Of the rows; the rest are in the JSON alone. */
  readonly told: number;
  /** What the new blog says in its own way, so that nobody need look at it. */
  readonly translated: number;
};

const longest = 50;

export function createExcerpt<T>(): Excerpt<T> & { readonly add: (row: T) => void } {
  const rows: T[] = [];
  let total = 0;
  return {
    rows,
    get total() {
      return total;
    },
    add: (row) => {
      total += 1;
      if (rows.length < longest) rows.push(row);
    },
  };
}

/** One row for all that is the same. */
export function createGroup(): FindingGroup & { readonly add: (finding: PlacedFinding) => void } {
  const rows = new Map<string, { finding: PlacedFinding; times: number }>();
  let [total, told, translated] = [0, 0, 0];
  const add = (finding: PlacedFinding): void => {
    const { found, outcome, note } = finding;
    total += 1;
    if (outcome === "translated" && note === undefined) {
      translated += 1;
      return;
    }
    const name = JSON.stringify([found, outcome, note]);
    const row = rows.get(name) ?? { finding, times: 0 };
    if (row.times === 0 && rows.size === longest) return;
    row.times += 1;
    told += 1;
    rows.set(name, row);
  };
  return {
    add,
    get rows() {
      return [...rows.values()].map(({ finding, times }) => ({ ...finding, times }));
    },
    get total() {
      return total;
    },
    get told() {
      return told;
    },
    get translated() {
      return translated;
    },
  };
}
