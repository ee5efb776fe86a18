/** The boxes that are open around a place. An end that nothing began is told at once, however deep we are. */
export class OpenElements {
  readonly #names: string[] = [];
  readonly #counts = new Map<string, number>();
  /** Whether the innermost box has had words or blocks. */
  hasWords = false;

  get top(): string | undefined {
    return this.#names.at(-1);
  }

  push(name: string): void {
    this.#names.push(name);
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1);
    this.hasWords = false;
  }

  /** Ends a box and all in it; false if none of that name is open. */
  popTo(name: string): boolean {
    if ((this.#counts.get(name) ?? 0) === 0) return false;
    for (let last = this.#names.pop(); last !== undefined; last = this.#names.pop()) {
      this.#counts.set(last, (this.#counts.get(last) ?? 1) - 1);
      if (last === name) break;
    }
    // Its box has this one.
    this.hasWords = true;
    return true;
  }
}
