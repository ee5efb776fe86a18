import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DateTime } from "luxon";
import { beforeEach, expect, test, vi } from "vitest";
import configure from "../../.eleventy.ts";
import { findBlogFolder } from "../../src/eleventy/blog-folder.ts";
import { buildSite } from "../../src/eleventy/build-site.ts";
import { enginePath } from "../../src/eleventy/engine.ts";
import { createCache, type OpenCache } from "../../src/files/cache.ts";
import { listFiles } from "../../src/files/read-folder.ts";
import { isError } from "../../src/lib/problem.ts";
import { makePhoto } from "../support/make-images.ts";
import { hashFolder } from "../support/site-files.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const calls = vi.hoisted(() => ({ decoded: 0, encoded: 0 }));

vi.mock("sharp", async (importActual) => {
  const { default: sharp } = await importActual<{ default: typeof import("sharp") }>();
  const count: unknown = new Proxy(sharp, {
    apply: (target, self, args) => {
      calls.decoded += 1;
      return Reflect.apply(target, self, args) as unknown;
    },
  });
  return { default: count };
});

vi.mock("@11ty/eleventy-img", async (importActual) => {
  const { default: encode } = await importActual<typeof import("@11ty/eleventy-img")>();
  return {
    default: (...args: Parameters<typeof encode>) => {
      calls.encoded += 1;
      return encode(...args);
    },
  };
});

beforeEach(() => void Object.assign(calls, { decoded: 0, encoded: 0 }));

async function makeBlog(): Promise<string> {
  const blog = temporaryFolder();
  for (const name of ["a", "b"]) mkdirSync(join(blog, "posts", name), { recursive: true });
  // Cards and search have work of their own.
  const settings = { title: "T", url: "https://example.org/", cards: false, search: false };
  mkdirSync(join(blog, "_data"));
  writeFileSync(join(blog, "_data/site.ts"), `export default ${JSON.stringify(settings)};`);
  const text = (images: string) => `---\ntitle: T\ndate: 2026-01-05\nimage: photo.jpg\n---\n\n${images}\n`;
  writeFileSync(join(blog, "posts/a/index.md"), text("![A](photo.jpg)\n\nText.\n\n![B](moving.gif)"));
  writeFileSync(join(blog, "posts/b/index.md"), text("![A](photo.jpg 'Again')\n\n![C](broken.jpg)"));
  const photo = await makePhoto(800, 500).jpeg().toBuffer();
  for (const name of ["a", "b"]) writeFileSync(join(blog, "posts", name, "photo.jpg"), photo);
  writeFileSync(join(blog, "posts/b/broken.jpg"), photo.subarray(0, 9000));
  copyFileSync(enginePath("posts/the-table-afterwards/still-warm.gif"), join(blog, "posts/a/moving.gif"));
  return blog;
}

async function build(blog: string, output: string, cache: OpenCache): Promise<readonly string[]> {
  const { problems, built } = await buildSite({
    folder: findBlogFolder({ blog }),
    output,
    now: DateTime.utc(2026, 11, 23),
    configure,
    cache,
    importPage: (file) => import(file),
    onProgress: () => {},
  });
  expect([built?.posts, problems.filter(isError)]).toEqual([2, []]);
  return problems.map(({ id }) => id);
}

test("a second build decodes and encodes no picture, and makes the same site", async () => {
  const blog = await makeBlog();
  const cache = createCache(join(blog, ".cache"));
  const [first, second] = [join(temporaryFolder(), "site"), join(temporaryFolder(), "site")];
  calls.decoded = 0;
  expect(await build(blog, first, cache)).toEqual(["image-damaged"]);
  // AVIF, WebP and JPEG of one photograph, though two posts show it, and WebP of what moves.
  expect(calls.encoded).toBe(4);
  expect(calls.decoded).toBeGreaterThan(0);
  Object.assign(calls, { decoded: 0, encoded: 0 });
  expect(await build(blog, second, cache)).toEqual(["image-damaged"]);
  expect(calls).toEqual({ decoded: 0, encoded: 0 });
  expect(hashFolder(second)).toBe(hashFolder(first));
  expect(listFiles(second).filter((path) => /^media\/[0-9a-f]{12}-/.test(path))).toHaveLength(4);
});

test("a picture that changed is made anew, and no other", async () => {
  const blog = await makeBlog();
  const cache = createCache(join(blog, ".cache"));
  const output = join(temporaryFolder(), "site");
  await build(blog, output, cache);
  calls.encoded = 0;
  await makePhoto(700, 500).jpeg().toFile(join(blog, "posts/b/photo.jpg"));
  await build(blog, output, cache);
  expect(calls.encoded).toBe(3);
});
