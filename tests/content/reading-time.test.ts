import { expect, test } from "vitest";
import { toReadingMinutes } from "../../src/content/reading-time.ts";

test.each([
  ["nothing at all", 0, 0, 0],
  ["one word", 1, 0, 1],
  ["half a minute", 115, 0, 1],
  ["a minute and a little", 300, 0, 1],
  ["a minute and a half", 345, 0, 2],
  ["a long read", 2300, 0, 10],
  ["one character", 0, 1, 1],
  ["a Japanese column", 0, 1000, 2],
  ["a Chinese essay", 0, 5000, 10],
  ["a text of both", 230, 500, 2],
  ["a Japanese text with some English names", 23, 1450, 3],
])("%s of %i words and %i characters takes %i minutes", (_, words, characters, minutes) => {
  expect(toReadingMinutes({ words, characters })).toBe(minutes);
});
