/** Numbers by their value, however long they are, and before everything else. */
export function compareIds(a: string, b: string): number {
  const [first, second] = [toDigits(a), toDigits(b)];
  if (first === undefined || second === undefined) {
    if (first !== second) return first === undefined ? 1 : -1;
    return compare(a, b);
  }
  return first.length - second.length || compare(first, second) || compare(a, b);
}

function toDigits(id: string): string | undefined {
  return /^\d+$/.test(id) ? id.replace(/^0+(?=\d)/, "") : undefined;
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
