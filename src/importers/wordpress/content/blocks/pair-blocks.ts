import type { BlockMark } from "./read-blocks.ts";

export type Pairs = {
  /** For the place of each beginning in the list that of its end. What has none is not in it. */
  readonly ends: ReadonlyMap<number, number>;
  /** Beginnings without an end, and ends without a beginning. */
  readonly odd: readonly BlockMark[];
};

/** Finds what belongs together, where editors or plugins have left something out, too. */
export function pairBlocks(marks: readonly BlockMark[]): Pairs {
  const pairing = new Pairing();
  for (const [index, mark] of marks.entries()) {
    if (mark.kind === "begin") pairing.begin(mark, index);
    else if (mark.kind === "end") pairing.end(mark, index);
  }
  return pairing.finish();
}

class Pairing {
  readonly #ends = new Map<number, number>();
  readonly #odd: BlockMark[] = [];
  readonly #open: { readonly mark: BlockMark; readonly index: number }[] = [];
  readonly #counts = new Map<string, number>();

  begin(mark: BlockMark, index: number): void {
    this.#open.push({ mark, index });
    this.#counts.set(mark.name, (this.#counts.get(mark.name) ?? 0) + 1);
  }

  /** What has begun since and has not ended, never will. */
  end(mark: BlockMark, index: number): void {
    if ((this.#counts.get(mark.name) ?? 0) === 0) {
      this.#odd.push(mark);
      return;
    }
    for (let last = this.#take(); last; last = this.#take()) {
      if (last.mark.name === mark.name) {
        this.#ends.set(last.index, index);
        return;
      }
      this.#odd.push(last.mark);
    }
  }

  finish(): Pairs {
    for (const { mark } of this.#open) this.#odd.push(mark);
    return { ends: this.#ends, odd: this.#odd.sort((one, other) => one.start - other.start) };
  }

  #take() {
    const last = this.#open.pop();
    if (last) this.#counts.set(last.mark.name, (this.#counts.get(last.mark.name) ?? 1) - 1);
    return last;
  }
}
