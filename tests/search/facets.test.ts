import { expect, test } from "vitest";
import type { TermArchive } from "../../src/content/blog.ts";
import { toPermalink } from "../../src/lib/permalink.ts";
import { toFacets } from "../../src/search/facets.ts";
import { makeTerm } from "../includes/make-context.ts";

const archive = (taxonomy: "categories" | "tags", path: string[], children: TermArchive[] = []): TermArchive => ({
  term: makeTerm(taxonomy, ...path),
  url: toPermalink(taxonomy, ...path),
  posts: [],
  children,
});
const blog = {
  categories: [
    archive("categories", ["Teams"], [archive("categories", ["Teams", "Onboarding"])]),
    archive("categories", ["Zoo"]),
  ],
  tags: [archive("tags", ["apples"]), archive("tags", ["tea"])],
};
const records = [
  { url: "/b/", lang: "en", day: 20260301, categories: ["Teams", "Teams/Onboarding"], tags: ["tea"] },
  { url: "/a/", lang: "en", day: 20250301, categories: ["Teams"], tags: [] },
  { url: "/about/", lang: "en", categories: [], tags: [] },
];

test("facets name terms that are used, in the blog's order, and each result by Pagefind's id", () => {
  const ids = new Map([
    ["/b/", "en_b"],
    ["/a/", "en_a"],
    ["/about/", "en_about"],
  ]);
  expect(toFacets(blog, records, (url) => ids.get(url))).toEqual({
    categories: ["Teams", "Teams/Onboarding"],
    tags: ["tea"],
    pages: { en_b: [20260301, [0, 1], [0]], en_a: [20250301, [0], []], en_about: [0, [], []] },
  });
});

test("a page that Pagefind found no word in has no facets", () => {
  expect(toFacets(blog, records, () => undefined).pages).toEqual({});
});
