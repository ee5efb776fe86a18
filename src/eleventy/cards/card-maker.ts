import { availableParallelism } from "node:os";
import type { Card } from "../../cards/card.ts";
import type { Cache } from "../../files/cache.ts";
import type { WriteFile } from "../image-maker.ts";
import { createTaskQueue } from "../task-queue.ts";
import { createCardWorkers, type CardWorkers } from "./card-workers.ts";
import type { DrawCard } from "./draw-card.ts";

/** A card with its address and where it comes from. */
export type WantedCard = {
  /** In the output folder. */
  readonly path: string;
  /** In the cache. */
  readonly key: string;
  readonly card: Card;
  /** Whose it is, for messages. */
  readonly file: string;
};

export type CardMaker = {
  /** A card that a page of the site names; each is drawn once. */
  readonly want: (wanted: WantedCard) => void;
  /** Begins with what was wanted, and goes on with what will be. */
  readonly start: (write: WriteFile) => void;
  /** Resolves when all is written. */
  readonly finish: (onProgress: (done: number, total: number) => void) => Promise<void>;
  /** Outside of a build, for one who asks now. */
  readonly drawOne: (wanted: WantedCard) => Promise<Uint8Array>;
  /** Drops what is left to do; no worker stays behind. */
  readonly stop: () => Promise<void>;
};

export type CardMakerOptions = {
  readonly cache: Cache;
  readonly loadPainter?: () => Promise<DrawCard>;
  readonly createWorkers?: () => CardWorkers;
  readonly cores?: number;
};

/** A worker takes as long to start as this many cards take to be drawn. */
const few = 12;

/** Draws what the cache does not have: in workers, one a core, beside the pages; a few at the end and without any. */
export function createCardMaker({ cache, cores = availableParallelism(), ...options }: CardMakerOptions): CardMaker {
  const queue = createTaskQueue(cores);
  const wanted = new Map<string, WantedCard>();
  const missing: (() => void)[] = [];
  const crew = createCrew(options);
  const drawOne = createDrawing(cache, crew);
  let target: WriteFile | undefined;
  let done = 0;
  let report = (): void => {};

  const write = (path: string, png: Uint8Array): void => {
    target?.(path, png);
    done += 1;
    report();
  };
  const begin = (card: WantedCard): void => {
    const kept = cache.read(card.key);
    if (kept) return write(card.path, kept);
    missing.push(() => queue.add(async () => write(card.path, await drawOne(card))));
    if (missing.length > few) crew.start();
    if (crew.isStarted()) beginMissing();
  };
  const beginMissing = (): void => {
    for (const add of missing.splice(0)) add();
  };
  return {
    want: (card) => {
      if (wanted.has(card.path)) return;
      wanted.set(card.path, card);
      if (target) begin(card);
    },
    start: (to) => {
      target = to;
      for (const card of wanted.values()) begin(card);
    },
    finish: async (onProgress) => {
      report = () => onProgress(done, wanted.size);
      beginMissing();
      await queue.settled();
      await crew.close();
    },
    drawOne,
    stop: async () => {
      missing.length = 0;
      await Promise.all([crew.close(), queue.stop()]);
    },
  };
}

function createDrawing(cache: Cache, crew: Crew): CardMaker["drawOne"] {
  return async ({ key, card, file }) => {
    const kept = cache.read(key);
    if (kept) return kept;
    const png = await crew.draw(card).catch((cause: unknown) => {
      const remedy = "Set `cards: false` in _data/site.ts to build without cards.";
      throw new Error(`The social card of ${file} could not be drawn (${toReason(cause)}). ${remedy}`, { cause });
    });
    cache.write(key, png);
    return png;
  };
}

type Crew = ReturnType<typeof createCrew>;

/** Whoever draws: workers once they were started, else this thread. */
function createCrew({
  loadPainter = importPainter,
  createWorkers = createCardWorkers,
}: Omit<CardMakerOptions, "cache">) {
  let workers: CardWorkers | undefined;
  let painter: Promise<DrawCard> | undefined;
  return {
    start: () => void (workers ??= createWorkers()),
    isStarted: () => workers !== undefined,
    draw: async (card: Card): Promise<Uint8Array> => {
      if (workers) return workers.draw(card);
      painter ??= loadPainter();
      return (await painter)(card);
    },
    close: async () => {
      await workers?.close();
      workers = undefined;
    },
  };
}

/** `a worker stopped: out of memory`: commands print no causes. */
function toReason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause === undefined ? error.message : `${error.message}: ${toReason(error.cause)}`;
}

async function importPainter(): Promise<DrawCard> {
  const { createCardPainter } = await import("./draw-card.ts");
  return createCardPainter();
}
