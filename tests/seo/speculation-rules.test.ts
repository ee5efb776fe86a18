import { expect, test } from "vitest";
import { toSpeculationRules } from "../../src/seo/speculation-rules.ts";

test.each([
  ["", ["/", "/*/", "/*.html"]],
  ["/blog", ["/blog/", "/blog/*/", "/blog/*.html"]],
  ["/a+b/(c):d", ["/a\\+b/\\(c\\)\\:d/", "/a\\+b/\\(c\\)\\:d/*/", "/a\\+b/\\(c\\)\\:d/*.html"]],
])("below the base path %j they match %j", (basePath, patterns) => {
  const rules = JSON.parse(toSpeculationRules({ basePath }));
  expect(Object.keys(rules)).toEqual(["prefetch", "prerender"]);
  expect(rules.prerender).toEqual([expect.objectContaining({ eagerness: "moderate" })]);
  expect(rules.prerender[0].where.and[0]).toEqual({ href_matches: patterns });
});
