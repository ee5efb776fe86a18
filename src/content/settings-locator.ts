import type { Locate, Position } from "./yaml-locator.ts";

type Place = { readonly key: number; readonly value: number };
type Block = Map<string, Place>;

const token =
  /(?<skipped>\s+|\/\/.*|\/\*[^]*?\*\/)|(?<name>[\p{L}_$][\p{L}\p{N}_$]*|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')|`(?:[^`\\]|\\[^])*`|[^]/gu;

/**
 * Where settings stand in TypeScript source, without a parser: of all the objects in it, the settings are the one with
 * the most keys that are settings.
 */
export function createSettingsLocator(source: string, known: readonly string[]): Locate {
  let settings: Block | undefined;
  return ([key], part = "value") => {
    settings ??= findSettings(source, known);
    const place = settings.get(String(key));
    return place ? toPosition(source, place[part]) : { line: 1, column: 1 };
  };
}

function findSettings(source: string, known: readonly string[]): Block {
  const count = (block: Block): number => known.filter((key) => block.has(key)).length;
  return findBlocks(source).reduce((best, block) => (count(block) > count(best) ? block : best), new Map());
}

/** The keys of every object in the source. */
function findBlocks(source: string): Block[] {
  const tokens = [...source.matchAll(token)].filter(({ groups }) => groups?.skipped === undefined);
  const blocks: Block[] = [];
  const open: (Block | undefined)[] = [];
  for (const [at, { 0: text, index, groups }] of tokens.entries()) {
    const block = open.at(-1);
    if (/^[[({]$/.test(text)) open.push(text === "{" ? addBlock(blocks) : undefined);
    else if (/^[\])}]$/.test(text)) open.pop();
    else if (block && groups?.name && /^[{,]$/.test(tokens[at - 1]?.[0] ?? "")) {
      const value = tokens[at + 1]?.[0] === ":" ? tokens[at + 2] : undefined;
      block.set(text.replace(/^["']|["']$/g, ""), { key: index, value: value?.index ?? index });
    }
  }
  return blocks;
}

function addBlock(blocks: Block[]): Block {
  const block: Block = new Map();
  blocks.push(block);
  return block;
}

function toPosition(source: string, offset: number): Position {
  const above = source.slice(0, offset).split("\n");
  return { line: above.length, column: (above.at(-1)?.length ?? 0) + 1 };
}
