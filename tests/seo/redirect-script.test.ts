import { expect, test } from "vitest";
import { toOldAddressScript } from "../../src/seo/redirect-script.ts";

test("the gate asks for the parameters of the blog, and ends no script early", () => {
  const script = toOldAddressScript(["p", "</script>"], "/assets/old-address.js");
  expect(script).toContain(String.raw`["p","\u003c/script>"].some(`);
  expect(script).not.toContain("<");
});

test("beyond twenty parameters, any query will do, so that a page does not grow with them", () => {
  const names = Array.from({ length: 500 }, (_, index) => String(index));
  expect(toOldAddressScript(names, "/assets/old-address.js").length).toBeLessThan(200);
});
