/** Random numbers that are the same on every run. */
export type Random = {
  /** A whole number from 0 to `below` - 1. */
  readonly integer: (below: number) => number;
  readonly pick: <T>(values: readonly T[]) => T;
};

/** Mulberry32: small, fast, good enough to find what breaks. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const integer = (below: number): number => Math.floor(next() * below);
  return {
    integer,
    pick: <T>(values: readonly T[]): T => {
      const value = values[integer(values.length)];
      if (value === undefined) throw new Error("There is nothing to pick from");
      return value;
    },
  };
}

/** Names that climb, hide, break or do not fit. */
export const nastyNames: readonly string[] = [
  "..",
  ".",
  "../..",
  "../../../../tmp/evil",
  "/etc/passwd",
  "//evil.example/x",
  "\\\\server\\share",
  "a\\b",
  "a\\0b",
  "C:\\x",
  "%2e%2e%2f",
  "%00",
  "a?b#c",
  "page",
  "index.html",
  "feed.xml",
  "__proto__",
  "constructor",
  "é".repeat(300),
  "𝔘".repeat(200),
  "a/".repeat(9),
  "a/".repeat(500),
  "❤️",
  "🎉",
  "\u202E\u200B",
  "İ",
  "ﬁ",
  "con",
  " ",
  "-",
  "~",
  "null",
];

const values: readonly ((random: Random) => string)[] = [
  ({ pick }) => JSON.stringify(pick(nastyNames)),
  ({ pick }) => `'${pick(nastyNames).replaceAll("'", "''")}'`,
  ({ pick }) => pick(nastyNames),
  ({ pick }) => `[${JSON.stringify(pick(nastyNames))}, ${JSON.stringify(pick(nastyNames))}, ~]`,
  ({ pick }) => `https://old.example/${pick(nastyNames)}`,
  ({ pick }) => `/${pick(nastyNames)}/`,
  ({ pick }) => `\n  - ${JSON.stringify(pick(nastyNames))}\n  -\n  - "x\\uD800y"`,
  () => "&a [*a, *a]",
  () => "*missing",
  () => "&b {c: &d [1], e: *d, *d : 2}",
  () => "[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]",
  () => "[".repeat(300),
  () => '{ src: ../../x.png, alt: "\\0" }',
  () => "!!binary aGk=",
  () => "!!set {a, b}",
  () => "? x",
  () => "|\n  one\n\n   two",
  () => ">-\n  one\n two",
  () => "2026-02-30",
  () => "2026-01-31 25:00",
  () => "9999-12-31T23:59:59Z",
  () => "0000-01-01",
  () => "true",
  () => "closed",
  () => "en-US-x-private",
  () => '"unclosed',
  () => "\t\tx",
  () => "a: b: c",
  ({ integer }) => String.fromCharCode(...Array.from({ length: 12 }, () => integer(0xffff))),
];

const keys = [
  "title",
  "date",
  "updated",
  "id",
  "slug",
  "description",
  "categories",
  "tags",
  "author",
  "authors",
  "draft",
  "pinned",
  "image",
  "aliases",
  "series",
  "lang",
  "comments",
  "__proto__",
  "x y",
  "? complex",
  "",
];

/** Front matter that is right but for a few keys. */
export function toNastyPost(random: Random): string {
  const { integer, pick } = random;
  const lines = ["title: A title", `date: 20${10 + integer(20)}-0${1 + integer(9)}-1${integer(10)}`];
  for (let count = integer(5); count > 0; count--) lines.push(`${pick(keys)}: ${pick(values)(random)}`);
  const newline = pick(["\n", "\n", "\n", "\r\n", "\r"]);
  return ["---", ...lines, pick(["---", "---", "---", "..."]), "", "Words."].join(newline);
}

/** Any bytes at all, with those that mean something more often than others. */
export function toNoise({ integer, pick }: Random): Uint8Array {
  const telling = Buffer.from("---\n---\ntitle: x\n[]{}&*!|>'\"%@`#,:?\t\r\u00a0\u2028");
  return Uint8Array.from({ length: integer(400) }, () => pick([integer(256), telling[integer(telling.length)] ?? 0]));
}

/** A post with some of its bytes changed, lost or doubled. */
export function toDamaged(text: string, { integer }: Random): Uint8Array {
  const bytes = [...Buffer.from(text)];
  for (let count = 1 + integer(8); count > 0; count--) {
    const at = integer(bytes.length);
    bytes.splice(at, integer(3), ...bytes.slice(at, at + integer(3)), integer(256));
  }
  return Uint8Array.from(bytes);
}
