import { expect, test } from "vitest";
import { suggest } from "../../src/lib/suggest.ts";

const keys = ["title", "date", "id", "tags", "categories", "description", "lang", "toc"];

test.each([
  ["titel", "title"],
  ["tilte", "title"],
  ["Title", "title"],
  ["dtae", "date"],
  ["tag", "tags"],
  ["catgories", "categories"],
  ["discription", "description"],
  ["desciptoin", "description"],
  ["layout", undefined],
  ["weight", undefined],
  ["link", undefined],
  ["x", undefined],
  ["", undefined],
])("takes %j for %j", (word, meant) => expect(suggest(word, keys)).toBe(meant));
