import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { createEntryParser } from "../../src/content/parsed-entry.ts";
import { parseFrontMatter } from "../../src/content/front-matter.ts";
import { toEntryText } from "../../src/importers/entry-text.ts";
import type { EntryValues } from "../../src/importers/entry-values.ts";

const readPost = createEntryParser("post", { timezone: "UTC", basePath: "" });

function read(text: string) {
  const file = "posts/x.md";
  return readPost({ file, path: "x.md", bytes: Buffer.from(text) });
}

test("looks as one would write it by hand, keys in the order of the documentation", () => {
  const text = toEntryText(
    {
      comments: "closed",
      aliases: ["/2012/05/the-kitchen-door/", "/?p=12"],
      image: { src: "/wp-content/uploads/door.jpg", alt: "A door, ajar" },
      pinned: true,
      draft: true,
      noindex: false,
      authors: ["ines"],
      tags: ["tea", "C#", "listening"],
      categories: ["Community/Hosts"],
      description: "What goes through it.",
      slug: "the-kitchen-door",
      id: "the-kitchen-door",
      updated: "2012-06-01 10:00:00 +0200",
      date: "2012-05-01 09:30:00 +0200",
      title: "The kitchen door: an essay",
      series: "Doors",
      lang: "en",
    },
    "Through it comes *everything*.",
  );
  expect(text).toBe(`---
title: "The kitchen door: an essay"
date: 2012-05-01 09:30:00 +0200
updated: 2012-06-01 10:00:00 +0200
id: the-kitchen-door
slug: the-kitchen-door
description: What goes through it.
categories: [Community/Hosts]
tags: [tea, C#, listening]
author: ines
draft: true
pinned: true
image:
  src: /wp-content/uploads/door.jpg
  alt: A door, ajar
aliases:
  - /2012/05/the-kitchen-door/
  - /?p=12
series: Doors
lang: en
comments: closed
---

Through it comes *everything*.
`);
});

const titles = [
  ["Plain words, with a comma", "Plain words, with a comma"],
  ["What’s new?", "What’s new?"],
  ["Tea: a love story", '"Tea: a love story"'],
  ["Ends with a colon:", '"Ends with a colon:"'],
  ["10:30 at the door", "10:30 at the door"],
  ["C# and F#", "C# and F#"],
  ["Number #1", '"Number #1"'],
  ["- a dash in front", '"- a dash in front"'],
  ["-5", '"-5"'],
  ["true", '"true"'],
  ["No", '"No"'],
  ["null", '"null"'],
  ["~", '"~"'],
  ["1984", '"1984"'],
  ["1.10", '"1.10"'],
  ["2012-05-01", '"2012-05-01"'],
  ["7 things", "7 things"],
  ["[draft] a thing", '"[draft] a thing"'],
  ["*stars*", '"*stars*"'],
  ['He said "no"', 'He said "no"'],
  ['"Quoted"', "'\"Quoted\"'"],
  [`"It's" quoted`, `"\\"It's\\" quoted"`],
  ["C:\\temp", "C:\\temp"],
  ["\\", "\\"],
  ["🎉 party", "🎉 party"],
  ["שלום עולם", "שלום עולם"],
  ["%100", '"%100"'],
  ["@home", '"@home"'],
  ["---", '"---"'],
  ["...", '"..."'],
  ["a\nb\r\n c", "a b c"],
  [" nbsp\u00a0inside ", "nbsp inside"],
  ["a\u0000b\u0007", "ab"],
  ["zero\u200bwidth", "zero\u200bwidth"],
  ["\ufeffmark", "mark"],
  ["e\u0301", "é"],
];

test.each(titles)("the title %j is written as %s", (title = "", written = "") => {
  const text = toEntryText({ title, date: "2012-05-01" }, "");
  expect(text).toBe(`---\ntitle: ${written}\ndate: 2012-05-01\n---\n`);
  const { entry, problems } = read(text);
  expect(problems).toEqual([]);
  expect(entry?.values.title).toBe(toExpected(title));
  // As the other engines read it.
  const yaml = text.slice(4, -4);
  expect(parse(yaml)).toMatchObject({ title: toExpected(title) });
  expect(parse(yaml, { version: "1.1" })).toMatchObject({ title: toExpected(title) });
});

test("what has no title is named by its slug, its id, or as untitled", () => {
  expect(toEntryText({ title: " ", slug: "a-b", id: "12" }, "")).toContain("title: a-b\n");
  expect(toEntryText({ title: "", id: "12" }, "")).toContain('title: "12"\n');
  expect(toEntryText({ title: "\u0000" }, "")).toContain("title: Untitled\n");
});

describe("the text", () => {
  test.each([
    ["a line of dashes at its beginning", "---\n\ntext", "---\n\ntext\n"],
    ["front matter as an example", "---\ntitle: x\n---\ntext", "---\ntitle: x\n---\ntext\n"],
    ["code at its beginning", "    code\n\ntext", "    code\n\ntext\n"],
    ["a tab at its beginning", "\tcode", "\tcode\n"],
    ["empty lines around it", "\n \n\ntext\n\n\n", "text\n"],
    ["ends of lines of other systems", "a\r\nb\rc", "a\nb\nc\n"],
    ["letters that are composed", "cafe\u0301", "café\n"],
    ["half a character", "a\ud800b", "a\ufffdb\n"],
    ["dots alone on a line", "...\n", "...\n"],
  ])("with %s comes back", (_name, markdown, body) => {
    const { frontMatter } = parseFrontMatter(toEntryText({ title: "x" }, markdown), "x.md");
    expect(frontMatter?.body).toBe(`\n${body}`);
  });

  test("that is empty leaves the front matter alone", () => {
    expect(toEntryText({ title: "x" }, " \n")).toBe("---\ntitle: x\n---\n");
  });
});

test("long lists have an item a line", () => {
  const tags = Array.from({ length: 20 }, (_, index) => `tag number ${index}`);
  const text = toEntryText({ title: "x", tags }, "");
  expect(text).toContain("tags:\n  - tag number 0\n  - tag number 1\n");
});

test("whatever the values are, our own reader gives them back", () => {
  const next = createChance(20_261_124);
  for (let round = 0; round < 3000; round += 1) {
    const values = {
      title: toText(next),
      description: toText(next),
      series: toText(next),
      tags: Array.from({ length: next(4) }, () => toText(next)),
      authors: Array.from({ length: next(3) }, () => toText(next)),
      image: { src: `/${toText(next)}`, alt: toText(next) },
    } satisfies EntryValues;
    const markdown = toText(next);
    const text = toEntryText({ ...values, date: "2012-05-01 09:30:00 +0200" }, markdown);
    const { entry, problems } = read(text);
    const { title, description, series, tags, author, authors, image } = entry?.values ?? {};
    // With the text, so that a failure shows it.
    expect({
      text,
      problems,
      title,
      description: description ?? "",
      series: series ?? "",
      tags: tags ?? [],
      authors: author ?? authors ?? [],
      image,
      hasReturn: entry?.source.body.includes("\r"),
    }).toEqual({
      text,
      problems: [],
      title: toExpected(values.title) || "Untitled",
      description: toExpected(values.description),
      series: toExpected(values.series),
      tags: toExpectedList(values.tags),
      authors: toExpectedList(values.authors),
      image: { src: toExpected(values.image.src), alt: toExpected(values.image.alt) },
      hasReturn: false,
    });
  }
});

function toExpected(text: string): string {
  return text
    .normalize("NFC")
    .replace(/\p{Cs}/gu, "\uFFFD")
    .replace(/[^\P{Cc}\s]/gu, "")
    .replace(/\s+/g, " ")
    .trim();
}

function toExpectedList(texts: readonly string[]): string[] {
  return [...new Set(texts.map(toExpected))].filter((text) => text !== "");
}

const signs = "-?:,[]{}#&*!|>'\"%@`~.=<\\/ \t\n\r0123456789abcXYZ_+";
const words = ["---", "...", ": ", " #", "true", "null", "no", "1e3", "0x1F", "12:30", "<<", "!!str", "&a", "*a"];
const odd = ["\u0000", "\u0007", "\u0085", "\u2028", "\ufeff", "\uffff", "\u200f", "\ud83d", "e\u0301"];
const pieces = [...signs.split(""), ...words, ...odd, "é", "🎉", "שלום", "日本語"];

function toText(next: (below: number) => number): string {
  return Array.from({ length: next(7) }, () => pieces[next(pieces.length)] ?? "").join("");
}

/** Numbers by chance, the same in every run. */
function createChance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
