import { expect, test } from "vitest";
import { parseRedirectTarget, toTargetHref } from "../../src/content/redirect-target.ts";

const base = { origin: "https://tea.example", basePath: "/blog" };

test.each([
  ["/about/", "/blog/about/"],
  [" /about/ ", "/blog/about/"],
  ["/caf%C3%A9/", "/blog/caf%C3%A9/"],
  ["/café/#über", "/blog/caf%C3%A9/#%C3%BCber"],
  ["/search/?q=tea pot", "/blog/search/?q=tea%20pot"],
  ["/files/100%.pdf", "/blog/files/100%25.pdf"],
  ["https://tea.example/blog/a/#b", "/blog/a/#b"],
  ["https://tea.example/elsewhere/", "https://tea.example/elsewhere/"],
  ["https://other.example/x y", "https://other.example/x%20y"],
])("%j leads to %s", (written, href) => {
  const target = parseRedirectTarget(written, base);
  expect(target && toTargetHref(base, target)).toBe(href);
});

test.each([
  "",
  "about/",
  "//other.example/",
  "/\\other.example/",
  "/a/../b/",
  "/%2e%2e/",
  "/a\0b/",
  "http://other.example/",
  "ftp://other.example/",
  "javascript:alert(1)",
  "https://",
  "https://[bad/",
])("refuses %j", (written) => expect(parseRedirectTarget(written, base)).toBeUndefined());

test("a blog that is still at http has addresses of its own there", () => {
  const local = { origin: "http://localhost:8080", basePath: "" };
  expect(parseRedirectTarget("http://localhost:8080/a/", local)).toEqual({ path: "/a/", rest: "" });
});
