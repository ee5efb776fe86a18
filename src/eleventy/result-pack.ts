import { deserialize, serialize } from "node:v8";
import { z } from "zod";
import type { OpenCache } from "../files/cache.ts";
import { type KeptResults, toResultKey } from "../markdown/kept-results.ts";

/** What highlighting and drawing made of texts in earlier builds. */
export type ResultPack = KeptResults & {
  /** Whether all results of a text are here: then nothing needs to be loaded to render it. */
  readonly knows: (text: string) => boolean;
  /** Once all texts asked about were rendered. Writes only when something is new. */
  readonly save: () => void;
};

/**
 * How many times the pack may be written without a result being used: several blogs share one pack, drafts come and
 * go, and what nobody asks for any more must not stay for ever.
 */
const maxAge = 20;

const key = "results";
const entry = z.tuple([z.string(), z.int().nonnegative(), z.string()]);
const content = z.object({
  made: z.string(),
  texts: z.array(z.tuple([z.string(), z.int().nonnegative()])),
  results: z.array(entry),
});

type Content = z.infer<typeof content>;

/** One file, read once: thousands of small ones would take longer to read than the results take to make. */
export function openResultPack(openCache: OpenCache, made: string): ResultPack {
  const cache = openCache("results-1");
  const old = readContent(cache.read(key), made);
  const texts = new Map(old.texts);
  const results = new Map(old.results.map(([name, age, value]) => [name, { age, value }]));
  const usedTexts = new Set<string>();
  const used = new Set<string>();
  let isNew = false;
  return {
    knows: (text) => {
      const name = toResultKey(text);
      usedTexts.add(name);
      isNew ||= !texts.has(name);
      return texts.has(name);
    },
    get: (name) => {
      used.add(name);
      return results.get(name)?.value;
    },
    set: (name, value) => {
      used.add(name);
      isNew = true;
      results.set(name, { age: 0, value });
    },
    save: () => {
      if (!isNew) return;
      isNew = false;
      for (const name of usedTexts) texts.set(name, 0);
      const toAge = (isUsed: boolean, age: number): number => (isUsed ? 0 : age + 1);
      cache.write(
        key,
        writeContent({
          made,
          texts: [...texts].map(([name, age]) => [name, toAge(usedTexts.has(name), age)]),
          results: [...results].map(([name, { age, value }]) => [name, toAge(used.has(name), age), value]),
        }),
      );
    },
  };
}

function writeContent({ made, texts, results }: Content): Uint8Array {
  return serialize({
    made,
    texts: texts.filter(([, age]) => age <= maxAge),
    results: results.filter(([, age]) => age <= maxAge),
  } satisfies Content);
}

/** Nothing where there is none, where another engine made it, or where it cannot be read. */
function readContent(bytes: Uint8Array | undefined, made: string): Content {
  const none: Content = { made, texts: [], results: [] };
  if (!bytes) return none;
  try {
    const read = content.safeParse(deserialize(bytes));
    return read.success && read.data.made === made ? read.data : none;
  } catch {
    // Another version of Node may write otherwise: then all is made anew.
    return none;
  }
}
