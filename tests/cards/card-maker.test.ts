import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import type { Card } from "../../src/cards/card.ts";
import { parseCardColours } from "../../src/cards/card-colours.ts";
import { createCardMaker, type WantedCard } from "../../src/eleventy/cards/card-maker.ts";
import { createCardWorkers } from "../../src/eleventy/cards/card-workers.ts";
import { createCache } from "../../src/files/cache.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const card: Card = {
  title: "Tea",
  source: "Cups",
  lang: "en",
  direction: "ltr",
  colours: parseCardColours(""),
};

const wantedCards = (count: number): WantedCard[] =>
  Array.from({ length: count }, (_, index) => ({
    path: `cards/${index}.png`,
    key: `00${index}`,
    card: { ...card, title: String(index) },
    file: `posts/${index}.md`,
  }));

/** A maker whose painters write down what they draw. */
function makeCards(folder: string | undefined, drawInWorker?: (card: Card) => Promise<Uint8Array>) {
  const here: string[] = [];
  const there: string[] = [];
  const toBytes = ({ title }: Card) => Buffer.from(`card ${title}`);
  const close = vi.fn<() => Promise<void>>(async () => {});
  const maker = createCardMaker({
    cache: createCache(folder)("cards-test"),
    cores: 2,
    loadPainter: async () => (drawn) => {
      here.push(drawn.title);
      return toBytes(drawn);
    },
    createWorkers: () => ({
      draw:
        drawInWorker ??
        (async (drawn) => {
          there.push(drawn.title);
          return toBytes(drawn);
        }),
      close,
    }),
  });
  const written = new Map<string, string>();
  const write = (path: string, content: Uint8Array) => void written.set(path, Buffer.from(content).toString());
  return { maker, here, there, close, written, write };
}

describe("the cards of a build", () => {
  test("are drawn here when they are few, each once", async () => {
    const { maker, here, there, written, write } = makeCards(undefined);
    for (const wanted of [...wantedCards(3), ...wantedCards(3)]) maker.want(wanted);
    maker.start(write);
    const progress: string[] = [];
    await maker.finish((done, total) => progress.push(`${done}/${total}`));
    expect([here, there]).toEqual([["0", "1", "2"], []]);
    expect(progress).toEqual(["1/3", "2/3", "3/3"]);
    expect(written.get("cards/2.png")).toBe("card 2");
  });

  test("are drawn by workers when they are many, also those that come later", async () => {
    const { maker, here, there, close, written, write } = makeCards(undefined);
    maker.start(write);
    for (const wanted of wantedCards(20)) maker.want(wanted);
    await maker.finish(() => {});
    expect(here).toEqual([]);
    expect(there).toHaveLength(20);
    expect(written.size).toBe(20);
    expect(close).toHaveBeenCalledOnce();
  });

  test("are all there in the second build, which draws nothing and starts no worker", async () => {
    const folder = temporaryFolder();
    for (const count of [20, 0]) {
      const { maker, here, there, close, written, write } = makeCards(folder);
      maker.start(write);
      for (const wanted of wantedCards(20)) maker.want(wanted);
      await maker.finish(() => {});
      expect(here.length + there.length).toBe(count);
      expect(close).toHaveBeenCalledTimes(count > 0 ? 1 : 0);
      expect(written.size).toBe(20);
    }
  });

  test("end the build with a sentence when one cannot be drawn, and leave no worker", async () => {
    const { maker, close, write } = makeCards(undefined, ({ title }) =>
      title === "7" ? Promise.reject(new Error("out of ink")) : Promise.resolve(new Uint8Array()),
    );
    maker.start(write);
    for (const wanted of wantedCards(20)) maker.want(wanted);
    await expect(maker.finish(() => {})).rejects.toThrow(
      "The social card of posts/7.md could not be drawn (out of ink). Set `cards: false` in _data/site.ts to build without cards.",
    );
    await maker.stop();
    expect(close).toHaveBeenCalled();
  });

  test("are drawn one by one for a server", async () => {
    const folder = temporaryFolder();
    const [wanted] = wantedCards(1);
    const { maker, here } = makeCards(folder);
    if (!wanted) throw new Error("No card");
    expect(Buffer.from(await maker.drawOne(wanted)).toString()).toBe("card 0");
    expect(Buffer.from(await maker.drawOne(wanted)).toString()).toBe("card 0");
    expect(here).toEqual(["0"]);
  });
});

describe("a worker", () => {
  const start = (script: string) => {
    const file = join(temporaryFolder(), "worker.mjs");
    writeFileSync(file, script);
    const workers = createCardWorkers(pathToFileURL(file));
    onTestFinished(workers.close);
    return workers;
  };
  const reasonOf = (error: unknown) =>
    error instanceof Error && error.cause instanceof Error ? error.cause.message : "";

  test("that throws rejects its card, and says why", async () => {
    const workers = start(
      'import { parentPort } from "node:worker_threads"; parentPort.on("message", () => { throw new Error("no pen") });',
    );
    const error: unknown = await workers.draw(card).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ message: "a worker that draws social cards stopped" });
    expect(reasonOf(error)).toBe("no pen");
    await expect(workers.draw(card)).rejects.toThrow("stopped");
  });

  test("that ends, or cannot begin, rejects its card too", async () => {
    const ended = await start("process.exit(3)")
      .draw(card)
      .catch((reason: unknown) => reason);
    expect(reasonOf(ended)).toBe("its exit code was 3");
    const broken = await start("import './nowhere.mjs'")
      .draw(card)
      .catch((reason: unknown) => reason);
    expect(reasonOf(broken)).toContain("nowhere.mjs");
  });

  test("is started for each card in work, and used again", async () => {
    const workers = start(
      'import { parentPort, threadId } from "node:worker_threads"; parentPort.on("message", () => setTimeout(() => parentPort.postMessage(Uint8Array.of(threadId)), 20));',
    );
    const both = await Promise.all([workers.draw(card), workers.draw(card)]);
    const again = await workers.draw(card);
    const ids = [...both, again].map(([id]) => id);
    expect(new Set(ids).size).toBe(2);
    expect(ids.slice(0, 2)).toContain(ids[2]);
  });

  test("that is closed while it draws leaves nobody waiting", async () => {
    const workers = start('import { parentPort } from "node:worker_threads"; parentPort.on("message", () => {});');
    const card1 = workers.draw(card).catch((reason: unknown) => reason);
    await workers.close();
    expect(await card1).toBeInstanceOf(Error);
  });
});
