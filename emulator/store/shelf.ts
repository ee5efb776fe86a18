import { generateDiscussion, type Scale } from "./generate.ts";
import type { StoredDiscussion } from "./model.ts";
import type { StoreFile } from "./store-file.ts";

/** Where discussions lie: those that were made or changed are kept, those of a scale are made up when they are read. */
export type Shelf = {
  readonly numbers: () => readonly number[];
  readonly find: (number: number) => StoredDiscussion | undefined;
  readonly keep: (discussion: StoredDiscussion) => void;
  readonly remove: (number: number) => void;
  readonly nextNumber: () => number;
};

type ShelfOptions = {
  readonly scale?: Scale | undefined;
  readonly file?: StoreFile | undefined;
  /** Of what is made up. */
  readonly categoryId: string;
};

export function openShelf({ scale, file, categoryId }: ShelfOptions): Shelf {
  const saved = file?.read();
  const kept = new Map((saved?.discussions ?? []).map((discussion) => [discussion.number, discussion]));
  const removed = new Set(saved?.removed);
  const generated = Array.from({ length: scale?.discussions ?? 0 }, (_, index) => index + 1);
  let last = Math.max(saved?.last ?? 0, generated.length);
  const save = () => file?.write({ last, removed: [...removed], discussions: [...kept.values()] });
  return {
    numbers: () => [...new Set([...generated, ...kept.keys()])].filter((number) => !removed.has(number)),
    find: (number) => {
      if (removed.has(number)) return undefined;
      const isGenerated = scale !== undefined && generated[number - 1] === number;
      return kept.get(number) ?? (isGenerated ? generateDiscussion(scale, number, categoryId) : undefined);
    },
    keep: (discussion) => {
      kept.set(discussion.number, discussion);
      save();
    },
    remove: (number) => {
      kept.delete(number);
      removed.add(number);
      save();
    },
    nextNumber: () => (last += 1),
  };
}
