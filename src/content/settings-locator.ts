import type { Locate, Position } from "./yaml-locator.ts";

type Place = { readonly key: number; readonly value: number };
/** An object or a list in the source; the items of a list are named by their numbers. */
type Block = { readonly start: number; readonly isList: boolean; readonly places: Map<string, Place> };

const token =
  /(?<skipped>\s+|\/\/.*|\/\*[^]*?\*\/)|(?<name>[\p{L}_$][\p{L}\p{N}_$]*|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')|`(?:[^`\\]|\\[^])*`|[^]/gu;

/**
 * Where settings stand in TypeScript source, without a parser: of all the objects in it, the settings are the one with
 * the most keys that are settings. What stands elsewhere, such as in a constant, is where it is used.
 */
export function createSettingsLocator(source: string, known: readonly string[]): Locate {
  let blocks: readonly Block[] | undefined;
  return (path, part = "value") => {
    blocks ??= findBlocks(source);
    let block = findSettings(blocks, known);
    let place: Place | undefined;
    for (const step of path) {
      const next = block?.places.get(String(step));
      if (!next) break;
      place = next;
      block = blocks.find(({ start }) => start === next.value);
    }
    return place ? toPosition(source, place[path.length === 1 ? part : "key"]) : { line: 1, column: 1 };
  };
}

function findSettings(blocks: readonly Block[], known: readonly string[]): Block | undefined {
  const count = ({ places }: Block): number => known.filter((key) => places.has(key)).length;
  const objects = blocks.filter(({ isList }) => !isList);
  return objects.toSorted((a, b) => count(b) - count(a)).find((block) => count(block) > 0) ?? objects.at(-1);
}

/** Every object and list in the source, in the order in which they begin. */
function findBlocks(source: string): Block[] {
  const tokens = [...source.matchAll(token)].filter(({ groups }) => groups?.skipped === undefined);
  const blocks: Block[] = [];
  const open: (Block | undefined)[] = [];
  for (const [at, { 0: text, index, groups }] of tokens.entries()) {
    const block = open.at(-1);
    const isFirst = /^[[{,]$/.test(tokens[at - 1]?.[0] ?? "") && !/^[\])}]$/.test(text);
    if (block?.isList && isFirst) block.places.set(String(block.places.size), { key: index, value: index });
    if (/^[[({]$/.test(text)) open.push(text === "(" ? undefined : addBlock(blocks, index, text === "["));
    else if (/^[\])}]$/.test(text)) open.pop();
    else if (block && !block.isList && groups?.name && isFirst) {
      const value = tokens[at + 1]?.[0] === ":" ? tokens[at + 2] : undefined;
      block.places.set(text.replace(/^["']|["']$/g, ""), { key: index, value: value?.index ?? index });
    }
  }
  return blocks;
}

function addBlock(blocks: Block[], start: number, isList: boolean): Block {
  const block: Block = { start, isList, places: new Map() };
  blocks.push(block);
  return block;
}

function toPosition(source: string, offset: number): Position {
  const above = source.slice(0, offset).split("\n");
  return { line: above.length, column: (above.at(-1)?.length ?? 0) + 1 };
}
