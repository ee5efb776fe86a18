import { isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, visit, type Document, type YAMLMap } from "yaml";
import { memoise } from "../lib/memoise.ts";

export type Position = { readonly line: number; readonly column: number };

type Path = readonly (string | number)[];

/** Where a value stands in its file; a key that is not there is 1:1. `part: "key"` asks for the key itself. */
export type Locate = (path: Path, part?: "key" | "value") => Position;

/**
 * Positions in YAML or JSON. The text is parsed with positions on the first question only: that is slow, and most
 * files have no problem (facts/eleventy.md).
 */
export function createYamlLocator(source: string, linesAbove = 0): Locate {
  let parsed: Parsed | undefined;
  return (path, part = "value") => {
    parsed ??= parse(source);
    const offset = findOffset(parsed, path, part);
    return offset === undefined ? { line: 1, column: 1 } : toPosition(parsed, offset, linesAbove);
  };
}

/** A key that stands in one map a second time, and where it stood first. */
export type DuplicateKey = { readonly key: string; readonly at: Position; readonly first: Position };

export function findDuplicateKeys(source: string, linesAbove = 0): DuplicateKey[] {
  const parsed = parse(source);
  const duplicates: DuplicateKey[] = [];
  visit(parsed.document, {
    Map: (_, { items }) => {
      const seen = new Map<string, Position>();
      for (const { key } of items) {
        if (!isScalar(key)) continue;
        const at = toPosition(parsed, nodeOffset(key) ?? 0, linesAbove);
        const first = seen.get(String(key.value));
        if (first) duplicates.push({ key: String(key.value), at, first });
        else seen.set(String(key.value), at);
      }
    },
  });
  return duplicates;
}

type Keys = ReadonlyMap<string, { readonly key: unknown; readonly value: unknown }>;
type Parsed = {
  readonly document: Document;
  readonly lines: LineCounter;
  /** By name; the first where there are two. */
  readonly keysOf: (map: YAMLMap) => Keys;
};

function parse(source: string): Parsed {
  const lines = new LineCounter();
  // Failsafe, as in front-matter.ts: the key `1.10` is not the number 1.1.
  const options = { lineCounter: lines, uniqueKeys: false, schema: "failsafe", logLevel: "silent" } as const;
  return { document: parseDocument(source, options), lines, keysOf: memoise(indexKeys) };
}

function indexKeys({ items }: YAMLMap): Keys {
  // js-yaml makes `[object Object]` of a key that is itself a map.
  const toName = (key: unknown): string => (isScalar(key) ? String(key.value) : "[object Object]");
  return new Map(items.toReversed().map(({ key, value }) => [toName(key), { key, value }]));
}

function toPosition({ lines }: Parsed, offset: number, linesAbove: number): Position {
  const { line, col } = lines.linePos(offset);
  return { line: line + linesAbove, column: col };
}

function findOffset({ document, keysOf }: Parsed, path: Path, part: "key" | "value"): number | undefined {
  let parent: unknown;
  let node: unknown = document.contents;
  let key: number | undefined;
  for (const step of path) {
    parent = node;
    const pair = isMap(parent) ? keysOf(parent).get(String(step)) : undefined;
    key = nodeOffset(pair?.key);
    node = isSeq(parent) && typeof step === "number" ? parent.items[step] : pair?.value;
  }
  if (part === "key") return key;
  return nodeOffset(node) ?? key ?? (path.length > 1 ? nodeOffset(parent) : undefined);
}

function nodeOffset(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined;
}
