import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { DateTime } from "luxon";
import { toUrlHistoryText } from "../../src/content/url-history.ts";
import { enginePath } from "../../src/eleventy/engine.ts";
import { sampleUrls, surveyBlog } from "../../src/eleventy/survey-blog.ts";
import { copySampleBlog } from "../support/copy-sample-blog.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

test("scripts/sample-urls.txt knows the sample blog's addresses (`npx vitest run tests/site/sample-urls.test.ts -u` brings it up to date)", async () => {
  const blog = temporaryFolder();
  copySampleBlog(blog);
  const { addresses } = await surveyBlog(blog, DateTime.utc(2026, 11, 23), (file) => import(file));
  const shipped = readFileSync(enginePath("urls.txt"), "utf8").trim().split("\n");
  expect(shipped.filter((url) => !new Set<string>(addresses).has(url))).toEqual([]);
  await expect(toUrlHistoryText(undefined, [...addresses])).toMatchFileSnapshot(enginePath(sampleUrls));
});
