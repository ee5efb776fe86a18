import { expect, test } from "vitest";
import { toSourceLinks } from "../../src/content/source-links.ts";
import * as sample from "../feeds/sample-blog.ts";

const repository = { name: "owner/name", branch: "main", folder: [] };

function from(path: string) {
  return { source: { file: path, path, body: "", bodyLine: 1 } };
}

test("a post is edited in posts/, a page in pages/", () => {
  expect(toSourceLinks({ repository }, sample.samplePost("a", from("2024/a/index.md")))).toEqual({
    edit: "https://github.com/owner/name/edit/main/posts/2024/a/index.md",
    history: "https://github.com/owner/name/commits/main/posts/2024/a/index.md",
  });
  expect(toSourceLinks({ repository }, sample.samplePage("about"))?.edit).toBe(
    "https://github.com/owner/name/edit/main/pages/about.md",
  );
});

test("branch, folder and names are percent-encoded, their slashes not", () => {
  const elsewhere = { name: "owner/name", branch: "feature/a b#c", folder: ["my sites", "bl\u00f6g"] };
  expect(toSourceLinks({ repository: elsewhere }, sample.samplePost("a", from("50% caf\u00e9?.md")))?.edit).toBe(
    "https://github.com/owner/name/edit/feature/a%20b%23c/my%20sites/bl%C3%B6g/posts/50%25%20caf%C3%A9%3F.md",
  );
});

test("without a repository there are none", () => {
  expect(toSourceLinks({}, sample.samplePost("a"))).toBeUndefined();
});
