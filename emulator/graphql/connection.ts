import { GraphQLError } from "graphql";

export type PageArguments = {
  readonly first?: number | null;
  readonly last?: number | null;
  readonly after?: string | null;
  readonly before?: string | null;
};

type SortKey = string | number;

type Shape<Item> = {
  /** By what the items are sorted, upwards; no two alike. */
  readonly keys: (item: Item) => readonly SortKey[];
  readonly toNode: (item: Item) => unknown;
  readonly isDescending?: boolean;
};

/** A page of a sorted list. A cursor holds its item's keys, so that it keeps its place when that item goes. */
export function toConnection<Item>(items: readonly Item[], page: PageArguments, shape: Shape<Item>) {
  const { keys, toNode, isDescending = false } = shape;
  const direction = isDescending ? -1 : 1;
  const compare = (item: Item, cursor: readonly SortKey[]) => direction * compareKeys(keys(item), cursor);
  const after = page.after ? parseCursor(page.after) : undefined;
  const before = page.before ? parseCursor(page.before) : undefined;
  const start = after ? items.findIndex((item) => compare(item, after) > 0) : 0;
  const end = before ? items.findIndex((item) => compare(item, before) >= 0) : items.length;
  const from = start === -1 ? items.length : start;
  const to = end === -1 ? items.length : end;
  const low = page.last ? Math.max(from, to - page.last) : from;
  const high = page.first ? Math.min(to, low + page.first) : to;
  const shown = items.slice(low, high);
  const toItemCursor = (item: Item | undefined) => (item === undefined ? null : toCursor(keys(item)));
  return {
    totalCount: items.length,
    nodes: () => shown.map(toNode),
    edges: () => shown.map((item) => ({ cursor: toItemCursor(item), node: toNode(item) })),
    pageInfo: {
      hasNextPage: high < items.length,
      hasPreviousPage: low > 0,
      startCursor: () => toItemCursor(shown[0]),
      endCursor: () => toItemCursor(shown.at(-1)),
    },
  };
}

function compareKeys(own: readonly SortKey[], other: readonly SortKey[]): number {
  for (const [index, key] of own.entries()) {
    const value = other[index] ?? "";
    if (key !== value) return key < value ? -1 : 1;
  }
  return 0;
}

function toCursor(keys: readonly SortKey[]): string {
  return Buffer.from(`cursor:v2:${JSON.stringify(keys)}`).toString("base64");
}

function parseCursor(cursor: string): readonly SortKey[] {
  const [, json] = /^cursor:v2:(.+)$/s.exec(Buffer.from(cursor, "base64").toString("utf8")) ?? [];
  const keys: unknown = json === undefined ? undefined : JSON.parse(json);
  if (Array.isArray(keys) && keys.every(isSortKey)) return keys;
  throw new GraphQLError(`\`${cursor}\` does not appear to be a valid cursor.`, {
    extensions: { type: "INVALID_CURSOR_ARGUMENTS" },
  });
}

function isSortKey(value: unknown): value is SortKey {
  return typeof value === "string" || typeof value === "number";
}
