import { inflateSync } from "node:zlib";
import { afterAll, describe, expect, test } from "vitest";
import sharp from "sharp";
import type { Card } from "../../src/cards/card.ts";
import { parseCardColours } from "../../src/cards/card-colours.ts";
import { createCardWorkers } from "../../src/eleventy/cards/card-workers.ts";
import { createCardPainter } from "../../src/eleventy/cards/draw-card.ts";
import { titles } from "./titles.ts";

const drawCard = createCardPainter();
const workers = createCardWorkers();
afterAll(workers.close);

function toCard(title: string, settings: Partial<Card> = {}): Card {
  const colours = parseCardColours("");
  return { title, source: "The Long Table", lang: "en", direction: "ltr", colours, ...settings };
}

const cards = titles.map(([, lang, direction, title]) =>
  toCard(title, { lang, direction, kicker: title, author: title }),
);

describe("a card", () => {
  test("is a PNG of 1200 × 630 pixels and at most 60 kB, however much is written on it", async () => {
    const full = cards.map((card) => ({ ...card, title: `${card.title} `.repeat(8), description: card.title }));
    for (const card of [...cards, ...full]) {
      const png = drawCard(card);
      expect([card.lang, png.length > 60_000 ? png.length : "small"]).toEqual([card.lang, "small"]);
      const { format, width, height, channels } = await sharp(png).metadata();
      expect({ format, width, height, channels }).toEqual({ format: "png", width: 1200, height: 630, channels: 3 });
    }
  });

  test("has the owner's colours: paper where nothing is, ink in the rule, the accent above the title", async () => {
    const colours = parseCardColours(":root { --paper: #ffeedd; --ink: #001122; --accent: #aa0000; }");
    const png = drawCard(toCard("Tea", { kicker: "Cups", colours }));
    const { data } = await sharp(png).raw().toBuffer({ resolveWithObject: true });
    const pixel = (x: number, y: number) => [...data.subarray((y * 1200 + x) * 3, (y * 1200 + x) * 3 + 3)];
    expect(pixel(5, 5)).toEqual([0xff, 0xee, 0xdd]);
    expect(pixel(600, 508)).toEqual([0x00, 0x11, 0x22]);
    const all = new Set(Array.from({ length: 1200 * 630 }, (_, index) => data.readUIntBE(index * 3, 3)));
    expect(all.has(0xaa0000)).toBe(true);
  });

  test("is the same bytes each time, in whatever order and thread", async () => {
    const first = cards.map(drawCard);
    const again = cards.toReversed().map(createCardPainter()).toReversed();
    const [here, there] = [cards.slice(0, 7), cards.slice(7)];
    const drawn: Uint8Array[] = [];
    for (const [index, card] of here.entries()) {
      const other = there[index];
      const pair = [workers.draw(card), ...(other ? [workers.draw(other)] : [])];
      const [one, two] = await Promise.all(pair);
      if (one) drawn[index] = one;
      if (two) drawn[index + 7] = two;
    }
    const toText = (png: Uint8Array) => Buffer.from(png).toString("base64");
    expect(again.map(toText)).toEqual(first.map(toText));
    expect(drawn.map(toText)).toEqual(first.map(toText));
  });

  test("is different for different words", () => {
    expect(Buffer.compare(drawCard(toCard("Tea")), drawCard(toCard("Tee")))).not.toBe(0);
  });

  test("is written without rows that a decoder would have to undo", () => {
    const png = Buffer.from(drawCard(toCard("Tea")));
    const start = png.indexOf("IDAT");
    const rows = inflateSync(png.subarray(start + 4, start + 4 + png.readUInt32BE(start - 4)));
    expect(rows).toHaveLength(1201 * 630);
    expect(Array.from({ length: 630 }, (_, row) => rows[row * 1201])).toEqual(Array.from({ length: 630 }, () => 0));
  });
});
