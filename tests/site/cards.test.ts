import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DateTime } from "luxon";
import sharp from "sharp";
import { describe, expect, inject, test } from "vitest";
import configure from "../../.eleventy.ts";
import { findBlogFolder } from "../../src/eleventy/blog-folder.ts";
import { buildSite } from "../../src/eleventy/build-site.ts";
import { createDevRouter, type DevRouter } from "../../src/eleventy/dev-router.ts";
import { planSite } from "../../src/eleventy/site-plan.ts";
import { createCache, type OpenCache } from "../../src/files/cache.ts";
import { listFiles } from "../../src/files/read-folder.ts";
import { formatProblem } from "../../src/lib/problem.ts";
import { makePhoto } from "../support/make-images.ts";
import { hashFolder, readPages } from "../support/site-files.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const sampleSite = inject("sampleSite");

/** What a page's head says of its picture. */
function findImage(html: string) {
  const read = (name: string) => new RegExp(`<meta (?:property|name)="${name}" content="([^"]*)">`).exec(html)?.[1];
  const ofJson = /"image":"([^"]*)"/.exec(html)?.[1];
  return {
    image: read("og:image"),
    width: read("og:image:width"),
    height: read("og:image:height"),
    alt: read("og:image:alt"),
    twitter: read("twitter:card"),
    ofJson,
  };
}

const toFile = (address = "") => decodeURIComponent(new URL(address).pathname).slice(1);

describe("the sample blog", () => {
  const pages = readPages(sampleSite).filter(({ text }) => text.includes('property="og:type"'));
  const posts = pages.filter(({ text }) => text.includes('property="og:type" content="article"'));
  const cards = posts
    .map((page) => ({ ...page, ...findImage(page.text) }))
    .filter(({ image }) => image?.includes("/cards/"));

  test("has a card for every post without a picture of its own, and its address in the head", () => {
    expect(cards.length).toBeGreaterThan(15);
    for (const { path, image = "", width, height, twitter, ofJson } of cards) {
      expect([path, width, height, twitter, ofJson]).toEqual([path, "1200", "630", "summary_large_image", image]);
      expect([path, existsSync(join(sampleSite, toFile(image)))]).toEqual([path, true]);
    }
    expect(new Set(cards.map(({ image }) => image)).size).toBe(cards.length);
  });

  test("has one for itself on its home page and lists, and for its standing pages", () => {
    const read = (path: string) => findImage(readFileSync(join(sampleSite, path), "utf8"));
    const home = read("index.html");
    expect(home).toMatchObject({ alt: "The Long Table · klatsch.example", twitter: "summary_large_image" });
    expect(existsSync(join(sampleSite, toFile(home.image)))).toBe(true);
    for (const path of ["tags/index.html", "archive/index.html", "categories/conversation/index.html"]) {
      expect([path, read(path).image]).toEqual([path, home.image]);
    }
    expect(read("about/index.html").image).toMatch(/\/cards\/about\.[0-9a-f]{10}\.png$/);
  });

  test("has nothing but the cards that a page names, each 1200 × 630 and at most 60 kB", async () => {
    const files = listFiles(sampleSite).filter((path) => path.startsWith("cards/"));
    const named = pages.map(({ text }) => findImage(text).image).filter((image) => image?.includes("/cards/"));
    expect(files.toSorted()).toEqual([...new Set(named.map(toFile))].toSorted());
    for (const path of files) {
      const png = readFileSync(join(sampleSite, path));
      const { width, height, format } = await sharp(png).metadata();
      expect({ path, width, height, format, isSmall: png.length <= 60_000 }).toEqual({
        path,
        width: 1200,
        height: 630,
        format: "png",
        isSmall: true,
      });
    }
  });

  test("has cards of Arabic and Japanese posts, whose addresses are encoded", () => {
    const names = cards.map(({ image = "" }) => image).filter((image) => image.includes("%"));
    expect(names.map((image) => /^cards\/\p{L}/u.test(toFile(image)))).toContain(true);
    expect(names.length).toBeGreaterThanOrEqual(2);
  });
});

const post = (title: string, more = "") => `---\ndate: 2026-01-05\ntitle: ${title}\n${more}---\n\nSome words.\n`;

function makeBlog(posts: Readonly<Record<string, string>>, settings: object = {}): string {
  const blog = temporaryFolder();
  for (const folder of ["posts", "_data", "public"]) mkdirSync(join(blog, folder));
  const site = { title: "Tea", url: "https://tea.example/blog/", search: false, ...settings };
  writeFileSync(join(blog, "_data/site.ts"), `export default ${JSON.stringify(site)};`);
  for (const [name, text] of Object.entries(posts)) writeFileSync(join(blog, "posts", name), text);
  return blog;
}

/** Counts what is drawn: all of it goes into the cache. */
function createCountingCache(folder: string) {
  const drawn: string[] = [];
  const open: OpenCache = (shelf) => {
    const cache = createCache(folder)(shelf);
    const write: typeof cache.write = (key, content) => {
      if (shelf.startsWith("cards")) drawn.push(key);
      cache.write(key, content);
    };
    return { ...cache, write };
  };
  return { open, drawn };
}

async function build(blog: string, cache: OpenCache = createCache(undefined)) {
  const output = join(temporaryFolder(), "site");
  const progress: string[] = [];
  const { problems, built } = await buildSite({
    folder: findBlogFolder({ blog }),
    output,
    now: DateTime.utc(2026, 11, 23),
    configure,
    cache,
    importPage: (file) => import(file),
    onProgress: (step, done, total) => {
      if (step === "drawing") progress.push(`${done}/${total}`);
    },
  });
  expect(built).toBeDefined();
  return {
    output,
    progress,
    problems: problems.map(formatProblem),
    read: (path: string) => readFileSync(join(output, path), "utf8"),
  };
}

describe("a blog", () => {
  test("draws nothing in its second build, and makes the same site, with few cards and with many", async () => {
    for (const count of [3, 14]) {
      const names = Array.from({ length: count }, (_, index) => `p${index}.md`);
      const blog = makeBlog(Object.fromEntries(names.map((name) => [name, post(`About ${name}`)])));
      const { open, drawn } = createCountingCache(join(blog, ".cache"));
      const first = await build(blog, open);
      expect(new Set(drawn).size).toBe(count + 1);
      expect(first.progress.at(-1)).toBe(`${count + 1}/${count + 1}`);
      drawn.length = 0;
      const second = await build(blog, open);
      expect(drawn).toEqual([]);
      expect(hashFolder(second.output)).toBe(hashFolder(first.output));
    }
  });

  test("draws the card of an edited title alone", async () => {
    const blog = makeBlog({ "a.md": post("One"), "b.md": post("Two") });
    const { open, drawn } = createCountingCache(join(blog, ".cache"));
    const before = await build(blog, open);
    drawn.length = 0;
    writeFileSync(join(blog, "posts/b.md"), post("Three"));
    const after = await build(blog, open);
    expect(drawn).toHaveLength(1);
    const imageOf = (site: typeof before, name: string) => findImage(site.read(`posts/${name}/index.html`)).image;
    expect(imageOf(after, "a")).toBe(imageOf(before, "a"));
    expect(imageOf(after, "b")).not.toBe(imageOf(before, "b"));
  });

  test("shows the picture that front matter names, and draws no card for it", async () => {
    const blog = makeBlog({ "a.md": post("One 🎉", "image: { src: /cup.png, alt: A cup }\n"), "b.md": post("Two") });
    writeFileSync(join(blog, "public/cup.png"), await makePhoto(300, 200).png().toBuffer());
    const { output, read, problems } = await build(blog);
    const { image = "", alt, ofJson } = findImage(read("posts/a/index.html"));
    expect([alt, ofJson, problems]).toEqual(["A cup", image, []]);
    expect(image).toMatch(/^https:\/\/tea\.example\/blog\/media\//);
    expect(listFiles(join(output, "cards")).map((name) => name.split(".")[0])).toEqual(["b", "blog"]);
  });

  test("has its base path in front of their addresses, not of their files", async () => {
    const { output, read } = await build(makeBlog({ "a.md": post("One") }));
    const { image = "" } = findImage(read("posts/a/index.html"));
    expect(image).toMatch(/^https:\/\/tea\.example\/blog\/cards\/a\.[0-9a-f]{10}\.png$/);
    expect(existsSync(join(output, image.replace("https://tea.example/blog/", "")))).toBe(true);
  });

  test("that wants no cards has no trace of them", async () => {
    const blog = makeBlog({ "a.md": post("One 🎉") }, { cards: false });
    const { open, drawn } = createCountingCache(join(blog, ".cache"));
    const { output, problems, progress } = await build(blog, open);
    expect([problems, drawn, progress]).toEqual([[], [], []]);
    expect(existsSync(join(output, "cards"))).toBe(false);
    for (const { text } of readPages(output)) expect(text).not.toMatch(/og:image|summary_large_image|\/cards\//);
  });

  test("hears what a card leaves out, at its title", async () => {
    const { problems } = await build(makeBlog({ "a.md": post("'One ლ'"), "b.md": post("Two") }));
    expect(problems).toEqual([
      expect.stringMatching(
        /posts\/a\.md:3:8: warning: the social card leaves out what its fonts lack \(found ლ in the title\)\./u,
      ),
    ]);
  });

  test("has the card of the blog for a title that no font can write, and no second file", async () => {
    const { output, read } = await build(makeBlog({ "a.md": post("नमस्ते", "lang: hi\n") }));
    expect(findImage(read("posts/a/index.html")).image).toBe(findImage(read("index.html")).image);
    expect(listFiles(join(output, "cards"))).toHaveLength(1);
  });
});

describe("the dev server", () => {
  test("draws a card when it is asked for, and knows no other", async () => {
    const blog = makeBlog({ "قهوة.md": post("القهوة", "lang: ar\ndraft: true\n") });
    const start = async () => {
      const plan = await planSite({
        folder: findBlogFolder({ blog }),
        now: DateTime.utc(2026, 11, 23),
        preview: true,
        mode: "development",
        cache: createCache(undefined),
        importPage: (file) => import(file),
      });
      return createDevRouter(plan);
    };
    const ask = async (route: DevRouter, path: string) => {
      const response = await route(new URL(path, "http://localhost:8080"));
      if (typeof response !== "object") throw new Error("No answer");
      return {
        status: response.status,
        type: response.headers?.["Content-Type"],
        body: Buffer.from(response.body ?? ""),
      };
    };
    const page = await ask(await start(), "/blog/posts/%D9%82%D9%87%D9%88%D8%A9/");
    const { image = "" } = findImage(page.body.toString());
    expect(image).toContain("/blog/cards/%D9%82%D9%87%D9%88%D8%A9.");
    // The plan after an edit has rendered no page yet, but the browser may ask all the same.
    const route = await start();
    const card = await ask(route, new URL(image).pathname);
    expect([card.status, card.type]).toEqual([200, "image/png"]);
    expect((await sharp(card.body).metadata()).width).toBe(1200);
    expect((await ask(route, "/blog/cards/other.0123456789.png")).status).toBe(404);
  });
});
