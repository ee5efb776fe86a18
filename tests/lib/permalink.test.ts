import { describe, expect, test } from "vitest";
import {
  absoluteUrl,
  asPermalink,
  decodePath,
  encodePath,
  href,
  toFilePermalink,
  toOutputPath,
  toPermalink,
} from "../../src/lib/permalink.ts";

const root = { origin: "https://example.org", basePath: "" };
const below = { origin: "https://example.org", basePath: "/my-blog" };

describe("a permalink", () => {
  test.each([
    [[], "/", "index.html"],
    [["tags", "c"], "/tags/c/", "tags/c/index.html"],
    [["你好"], "/你好/", "你好/index.html"],
  ])("of %j is %s and lies in %s", (segments, path, file) => {
    expect(toPermalink(...segments)).toBe(path);
    expect(toOutputPath(toPermalink(...segments))).toBe(file);
  });

  test("of a file lies where it says", () => {
    const permalink = toFilePermalink(toPermalink("tags", "c"), "feed.xml");
    expect(permalink).toBe("/tags/c/feed.xml");
    expect(toOutputPath(permalink)).toBe("tags/c/feed.xml");
  });

  test("gets the base path in links and addresses, not on the disk", () => {
    const permalink = toPermalink("posts", "tea");
    expect(href(root, permalink)).toBe("/posts/tea/");
    expect(href(below, permalink)).toBe("/my-blog/posts/tea/");
    expect(absoluteUrl(below, permalink)).toBe("https://example.org/my-blog/posts/tea/");
    expect(toOutputPath(permalink)).toBe("posts/tea/index.html");
  });
});

describe("encodePath", () => {
  test.each([
    ["/你好/", "/%E4%BD%A0%E5%A5%BD/"],
    ["/a b/", "/a%20b/"],
    ["/100%/", "/100%25/"],
    ["/50%20off.png", "/50%2520off.png"],
    ["/what?/", "/what%3F/"],
    ["/c#/", "/c%23/"],
    ["/[x]/", "/%5Bx%5D/"],
    ["/\uD800/", "/%EF%BF%BD/"],
    ["/it's-(a)_b~c!*/", "/it's-(a)_b~c!*/"],
  ])("writes %j as %j", (path, encoded) => expect(encodePath(path)).toBe(encoded));

  test.each(["/café/", "/100%/", "/%41/", "/a%2Fb/", "/what?#/"])("means the file %j to a server", (path) => {
    expect(decodeURIComponent(new URL(href(root, asPermalink(path)), root.origin).pathname)).toBe(path);
  });
});

describe("decodePath", () => {
  test.each([
    ["/caf%C3%A9/", "/café/"],
    ["/cafe%CC%81/", "/café/"],
    ["/100%/", "/100%/"],
    ["/%E9/", "/%E9/"],
    ["/%zz%41/", "/%zzA/"],
  ])("reads %j as %j", (written, path) => expect(decodePath(written)).toBe(path));
});
