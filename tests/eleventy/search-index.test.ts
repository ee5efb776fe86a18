import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterEach, describe, expect, test, vi } from "vitest";
import type { Post } from "../../src/content/post.ts";
import { makeSearchIndex, type SearchIndex } from "../../src/eleventy/search-index.ts";
import type { OpenCache } from "../../src/files/cache.ts";
import { asSafeHtml } from "../../src/lib/safe-html.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { makeContext, makePost, makeRendered, makeSite, makeTerm } from "../includes/make-context.ts";

const posts = ["en", "de", "ar", "fr", "es", "it", "nl"].map((lang) =>
  makePost({ id: `${lang}-post`, lang, title: `Tea ${lang}`, tags: [makeTerm("tags", `tag ${lang}`)] }),
);
const noCache: OpenCache = () => ({ read: () => undefined, write: () => {} });

function index(of: readonly Post[] = posts, { search = true, cache = noCache, html = "<p>Leaves.</p>" } = {}) {
  const context = makeContext(of, {
    site: makeSite({ search }),
    contentOf: () => makeRendered({ html: asSafeHtml(html) }),
  });
  return makeSearchIndex({ context, cache, settings: "_data/site.ts" });
}

function openMemory(): OpenCache {
  const kept = new Map<string, Uint8Array>();
  return (shelf) => ({
    read: (key) => kept.get(`${shelf}/${key}`),
    write: (key, content) => kept.set(`${shelf}/${key}`, content),
  });
}

const sums = ({ files }: SearchIndex) =>
  [...files].map(([path, content]) => `${path} ${createHash("sha256").update(content).digest("hex")}`);
const read = ({ files }: SearchIndex, path: string): unknown =>
  JSON.parse(Buffer.from(files.get(`pagefind/${path}`) ?? "").toString("utf8"));

/** No platform has this name, so that Pagefind's program is not found. */
const withoutProgram = () => vi.stubEnv("npm_config_arch", "abacus");
afterEach(() => {
  vi.unstubAllEnvs();
});

describe("the search index", () => {
  test("has a result for each post in its language, and no search boxes of Pagefind's", async () => {
    const made = await index();
    expect(made.problems).toEqual([]);
    expect(read(made, "pagefind-entry.json")).toMatchObject({
      languages: { en: { page_count: 1 }, ar: { wasm: "ar" } },
    });
    const fragments = [...made.files].filter(([path]) => path.includes("/fragment/"));
    const urls = fragments.map(
      ([, content]) => /"url":"([^"]+)"/.exec(gunzipSync(content).toString("utf8"))?.[1] ?? "",
    );
    expect(urls.toSorted()).toEqual(posts.map(({ url }) => url).toSorted());
    const facets = read(made, "facets.json") as { pages: object };
    expect(Object.keys(facets.pages).toSorted()).toEqual(fragments.map(([path]) => path.slice(18, -12)).toSorted());
    expect([...made.files.keys()].filter((path) => /ui|highlight|playground/.test(path))).toEqual([]);
  });

  test("is the same, byte for byte, each time that it is made", async () => {
    const first = sums(await index());
    for (let turn = 0; turn < 3; turn += 1) expect(sums(await index())).toEqual(first);
  });

  test("is made for several blogs at once", async () => {
    const [one, two] = await Promise.all([index(posts.slice(0, 2)), index(posts.slice(2))]);
    expect(sums(one)).toEqual(sums(await index(posts.slice(0, 2))));
    expect(sums(two)).toEqual(sums(await index(posts.slice(2))));
  });

  test("is not made again of the same texts", async () => {
    const cache = openMemory();
    const first = sums(await index(posts, { cache }));
    withoutProgram();
    expect(sums(await index(posts, { cache }))).toEqual(first);
    expect((await index(posts, { cache, html: "<p>Other leaves.</p>" })).problems).toHaveLength(1);
  });

  test("has a new date of a post without being made again", async () => {
    const cache = openMemory();
    await index(posts, { cache });
    withoutProgram();
    const retagged = posts.map((post) => ({ ...post, date: post.date.plus({ days: 1 }) }));
    const made = await index(retagged, { cache });
    expect(made.problems).toEqual([]);
    expect(Object.values((read(made, "facets.json") as { pages: object }).pages)[0]).toEqual([20240312, [], []]);
  });

  test("is missing, with a word on why, where Pagefind has no program", async () => {
    withoutProgram();
    const made = await index();
    expect(made.files.size).toBe(0);
    expect(made.problems).toEqual([
      {
        id: "search-index",
        severity: "warning",
        file: "_data/site.ts",
        line: 1,
        column: 1,
        message: expect.stringMatching(
          /^the blog is published without its search index \(Pagefind says: .*abacus.*[^.]\)$/,
        ),
        remedy: "Run `npm install` on this machine, or write `search: false`.",
      },
    ]);
  });

  test("is given up when Pagefind's process dies, and made again by the next build", async () => {
    const program = join(temporaryFolder(), "dies.mjs");
    writeFileSync(program, '#!/usr/bin/env node\nprocess.stdin.once("data", () => process.exit(1));\n', {
      mode: 0o755,
    });
    vi.stubEnv("PAGEFIND_EXTENDED_BINARY_PATH", program);
    const error = vi.spyOn(console, "error").mockImplementation(() => {});
    expect((await index()).problems).toMatchObject([{ message: expect.stringContaining("Pagefind backend closed") }]);
    error.mockRestore();
    vi.unstubAllEnvs();
    expect((await index()).problems).toEqual([]);
  });

  test.each([
    ["the blog wants no search", posts, false],
    ["nothing can be found", [makePost({ noindex: true })], true],
  ])("is not there where %s", async (_, of, search) => {
    withoutProgram();
    expect(await index(of, { search })).toEqual({ files: new Map(), problems: [] });
  });
});
