import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openJournal } from "../../src/github/sync/journal.ts";
import { hour, mostInAnHour, toDuration, toNextTurn } from "../../src/github/sync/content-turn.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const options = { forget: 0, isReadOnly: false };

test("what was read is known to the next run, for the same discussion and file only", () => {
  const file = join(temporaryFolder(), "sync", "journal.jsonl");
  openJournal(file, options).setRead({ number: 1, signature: "a", file: "f", at: 5 });
  const journal = openJournal(file, options);
  expect([
    journal.readAt(1, "a", "f"),
    journal.readAt(1, "b", "f"),
    journal.readAt(1, "a", "g"),
    journal.readAt(2, "a", "f"),
  ]).toEqual([5, undefined, undefined, undefined]);
});

test("a line that was cut short, and a file of rubbish, are as good as none", () => {
  const file = join(temporaryFolder(), "journal.jsonl");
  openJournal(file, options).setRead({ number: 1, signature: "a", file: "f", at: 5 });
  appendFileSync(file, '{"kind":"read","at":6,"number":1,"signa');
  expect(openJournal(file, options).readAt(1, "a", "f")).toBe(5);
  writeFileSync(file, "\0\0\0");
  expect(openJournal(file, options).fullEnd()).toBeUndefined();
});

test("a full read that was stopped is known with the time of its start", () => {
  const file = join(temporaryFolder(), "journal.jsonl");
  openJournal(file, options).setFull("full-start", 10);
  expect([openJournal(file, options).unfinishedFull(), openJournal(file, options).fullEnd()]).toEqual([10, undefined]);
  openJournal(file, options).setFull("full-end", 20);
  expect([openJournal(file, options).unfinishedFull(), openJournal(file, options).fullEnd()]).toEqual([undefined, 20]);
});

test("it is written anew at each opening, without what does not matter any more", () => {
  const file = join(temporaryFolder(), "journal.jsonl");
  const journal = openJournal(file, options);
  for (let at = 1; at <= 50; at++) journal.setRead({ number: 1, signature: "a", file: "f", at });
  journal.setCreated(100);
  journal.setCreated(200);
  openJournal(file, { forget: 150, isReadOnly: false });
  expect(readFileSync(file, "utf8").trim().split("\n")).toHaveLength(2);
  expect(openJournal(file, options).created()).toEqual([200]);
});

test("a dry run writes nothing and still knows what it did", () => {
  const file = join(temporaryFolder(), "journal.jsonl");
  const journal = openJournal(file, { forget: 0, isReadOnly: true });
  journal.setFull("full-start", 3);
  expect(journal.unfinishedFull()).toBe(3);
  expect(() => readFileSync(file)).toThrow();
});

test("discussions are made one a second and 450 an hour", () => {
  expect(toNextTurn([])).toBe(-Infinity);
  expect(toNextTurn([1000])).toBe(2000);
  const busy = Array.from({ length: mostInAnHour }, (_, index) => index * 1000);
  expect(toNextTurn(busy)).toBe(hour);
  expect(toNextTurn([...busy, hour])).toBe(hour + 1000);
  expect(toNextTurn(busy.slice(1))).toBe(busy.length * 1000);
});

test.each([
  [400, "1 s"],
  [40_000, "40 s"],
  [3_000_000, "50 min"],
])("%d ms are %s", (milliseconds, text) => {
  expect(toDuration(milliseconds)).toBe(text);
});
