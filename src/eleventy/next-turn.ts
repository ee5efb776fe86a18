/** Lets whatever waits have its turn: other work, and Ctrl-C, which long work in one go would keep waiting. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
