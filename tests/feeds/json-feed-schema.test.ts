import { describe, expect, test } from "vitest";
import { validateJsonFeed } from "./json-feed-schema.ts";

const item = { id: "1", content_html: "<p>x</p>", date_published: "2026-01-01T00:00:00Z" };
const valid = { version: "https://jsonfeed.org/version/1.1", title: "A", items: [item] };

const wrong: readonly (readonly [what: string, feed: object, expected: RegExp])[] = [
  ["an older version", { ...valid, version: "https://jsonfeed.org/version/1" }, /\/version/],
  ["no title", { ...valid, title: undefined }, /\/title/],
  ["no items", { ...valid, items: undefined }, /\/items/],
  ["an item without an id", { ...valid, items: [{ content_text: "x" }] }, /items\/0\/id/],
  ["a number as id", { ...valid, items: [{ ...item, id: 1 }] }, /items\/0\/id/],
  ["an item without content", { ...valid, items: [{ id: "1" }] }, /needs content/],
  ["an item twice", { ...valid, items: [item, item] }, /several items have the id 1/],
  ["a date without a zone", { ...valid, items: [{ ...item, date_modified: "2026-01-01T00:00:00" }] }, /date_modified/],
  ["a relative address", { ...valid, items: [{ ...item, url: "/posts/x/" }] }, /items\/0\/url/],
  ["an author without anything", { ...valid, authors: [{}] }, /an author needs/],
  ["the author of version 1.0", { ...valid, author: { name: "Ada" } }, /\/author: is neither known/],
  ["an unknown key in an item", { ...valid, items: [{ ...item, categories: [] }] }, /categories: is neither known/],
];

describe("validateJsonFeed", () => {
  test("accepts a valid feed", () => {
    expect(validateJsonFeed(JSON.stringify(valid))).toEqual([]);
  });

  test("accepts extensions", () => {
    expect(validateJsonFeed(JSON.stringify({ ...valid, _klatsch: { about: "x" } }))).toEqual([]);
  });

  test.each(wrong)("refuses %s", (_, feed, expected) => {
    expect(validateJsonFeed(JSON.stringify(feed)).join("\n")).toMatch(expected);
  });

  test("refuses what is no JSON", () => {
    expect(validateJsonFeed("<feed/>").join()).toMatch(/not JSON/);
  });
});
