const pattern = /^v?(\d{1,9})\.(\d{1,9})\.(\d{1,9})(?:-([\w.-]+))?(?:\+[\w.-]+)?$/;

/** Whether it is a version as Semantic Versioning has it, with or without a `v`. */
export function isVersion(text: string): boolean {
  return pattern.test(text);
}

/** Whether it comes before a release, as in `1.0.0-beta.2`. */
export function isPrerelease(version: string): boolean {
  return pattern.exec(version)?.[4] !== undefined;
}

/** Negative when `a` is older than `b`. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [toParts(a), toParts(b)];
  for (const [index, number] of left.numbers.entries()) {
    const difference = number - (right.numbers[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return comparePrereleases(left.prerelease, right.prerelease);
}

function toParts(version: string) {
  const found = pattern.exec(version);
  if (!found) throw new Error(`${version} is no version`);
  return { numbers: found.slice(1, 4).map(Number), prerelease: found[4] };
}

/** A release comes after all that led to it. */
function comparePrereleases(a: string | undefined, b: string | undefined): number {
  if (a === b) return 0;
  if (a === undefined) return 1;
  if (b === undefined) return -1;
  const [left, right] = [a.split("."), b.split(".")];
  const at = left.findIndex((part, index) => part !== right[index]);
  if (at < 0) return left.length - right.length;
  return compareIdentifiers(left[at] ?? "", right[at]);
}

/** Numbers come before words, and fewer parts before more. */
function compareIdentifiers(a: string, b: string | undefined): number {
  if (b === undefined) return 1;
  const areNumbers = [a, b].map((text) => /^\d+$/.test(text));
  if (areNumbers[0] && areNumbers[1]) return Number(a) - Number(b);
  if (areNumbers[0] !== areNumbers[1]) return areNumbers[0] ? -1 : 1;
  return a < b ? -1 : 1;
}
