/** Text, `null`, lists and maps: `true`, `1.10` and a date stay as they were written until somebody asks. */
export type PlainData = Readonly<Record<string, unknown>>;

const deepest = 40;

/** What a parser made of TOML, JSON or YAML, with every scalar as text. */
export function toPlain(value: unknown, depth = 0): unknown {
  if (value === undefined || value === null || depth > deepest) return null;
  // TOML has dates without a zone: `toISOString` of its class writes none.
  if (value instanceof Date) return toDateText(value);
  if (Array.isArray(value)) return value.map((item) => toPlain(item, depth + 1));
  if (typeof value === "object") {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, toPlain(item, depth + 1)]));
  }
  if (typeof value === "string") return value;
  return typeof value === "bigint" ? value.toString() : JSON.stringify(value);
}

/** Several maps as one; of equal keys the last counts. */
export function mergeData(maps: readonly PlainData[]): PlainData {
  return Object.fromEntries(maps.flatMap((map) => Object.entries(map)));
}

function toDateText(date: Date): string {
  return Number.isNaN(date.getTime()) ? "" : date.toISOString().replace(/\.000/, "");
}
