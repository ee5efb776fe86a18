import { expect, test } from "vitest";
import { show } from "../../src/lib/show.ts";

const endless: unknown[] = [];
endless.push(endless);

test.each([
  ["a\n  b", "a b"],
  ["x".repeat(80), `${"x".repeat(59)}…`],
  ["😀".repeat(80), `${"😀".repeat(59)}…`],
  ["\u001b[31mred", "\uFFFD[31mred"],
  [["a", null, 1], "[a, null, 1]"],
  [{ src: "a.png" }, "{src: a.png}"],
  [{ "[object Object]": null }, "{{…}}"],
  ["[object Object]", "{…}"],
  [{ a: null, b: [] }, "{a, b: []}"],
  [endless, "[[[…]]]"],
  [undefined, "undefined"],
])("shows %j as %j", (value, text) => expect(show(value)).toBe(text));

test("looks only at the beginning of what anchors made huge", () => {
  let value: unknown = "lol";
  for (let depth = 0; depth < 40; depth++) value = Array.from({ length: 10 }, () => value);
  expect([...show(value)].length).toBeLessThanOrEqual(60);
});
