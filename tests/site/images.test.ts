import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { enginePath } from "../../src/eleventy/engine.ts";
import { listFiles } from "../../src/files/read-folder.ts";
import { makeAnimatedPng, makeHugePng, makePhoto, makePlain, makeTinyGif, makeTurned } from "../support/make-images.ts";
import { runScript, type Run } from "../support/run-script.ts";
import { validateHtml } from "../support/validate-html.ts";

const folder = mkdtempSync(join(tmpdir(), "klatsch-images-"));
const blog = join(folder, "blog");
const site = join(folder, "site");
const movingGif = readFileSync(enginePath("posts/the-table-afterwards/still-warm.gif"));

const post = (lines: readonly string[], keys = "") =>
  `---\ntitle: Pictures\ndate: 2026-01-05\n${keys}---\n\n${lines.join("\n\n")}\n`;

/** One post for each kind of picture, so that a test can speak of one page. */
const texts: Readonly<Record<string, string>> = {
  "_data/site.ts": `export default { title: "P", url: "https://example.org/blog/", imageHosts: ["listed.example"], cards: false, search: false };\n`,
  "posts/photo/index.md": post(
    ["![A photo](photo.jpg)", "Again, ![small](small.jpg) and [as a file](linked.jpg)."],
    "image: { src: photo.jpg, alt: Lead }\n",
  ),
  "posts/copy/index.md": post(["![The same](copy.jpg)"]),
  "posts/alpha/index.md": post(["![Opaque](opaque.png)", "Text.", "![Clear](clear.png)"]),
  "posts/turned/index.md": post([2, 3, 6, 8].map((orientation) => `![Turned](turned-${orientation}.jpg 'T')`)),
  "posts/moving/index.md": post([
    "![GIF](moving.gif 'G')",
    "![Tiny](tiny.gif 'T')",
    "![WebP](moving.webp 'W')",
    "![PNG](moving.png 'P')",
    "![Still](still.gif 'S')",
  ]),
  "posts/drawing/index.md": post(
    ["![Drawing](drawing.svg)", "Text.", "![Without a size](bare.svg)"],
    "image: drawing.svg\n",
  ),
  "posts/broken/index.md": post([
    "![Cut off](cut.jpg)",
    "![No image](text.png)",
    "![Huge](huge.png)",
    "![Long](long.png)",
    "![Gone](gone.png)",
    '<img src="cut.jpg" alt="In HTML">',
  ]),
  "posts/names/index.md": post([
    "![One](K%C3%A4nnchen%201%23.jpg 'a')",
    "![Two](<Kännchen 1%23.jpg> 'b')",
    "![Three](珈琲.jpg 'c')",
    "![Four](/pictures/50%25.jpg 'd')",
    "![Five](../../public/pictures/50%25.jpg)",
  ]),
  "posts/remote/index.md": post([
    "See ![a cup](https://elsewhere.example/cup.jpg)",
    "and ![shown](https://listed.example/cup.jpg)",
  ]),
  "posts/broken/text.png": "This is no image.",
  "posts/drawing/drawing.svg":
    '<svg xmlns="http://www.w3.org/2000/svg" width="600" height="300"><path d="M0 0h9"/></svg>',
  "posts/drawing/bare.svg": '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h9"/></svg>',
};

async function makeFiles(): Promise<ReadonlyMap<string, Uint8Array>> {
  const photo = await makePhoto(1600, 1000).jpeg().toBuffer();
  const small = await makePhoto(300, 200).jpeg().toBuffer();
  const turned = await Promise.all(
    [2, 3, 6, 8].map(async (side) => [`posts/turned/turned-${side}.jpg`, await makeTurned(300, 200, side)] as const),
  );
  return new Map<string, Uint8Array>([
    ...turned,
    ["posts/photo/photo.jpg", photo],
    ["posts/copy/copy.jpg", photo],
    ["posts/photo/small.jpg", small],
    ["posts/photo/linked.jpg", small],
    ["posts/alpha/opaque.png", await makePlain(500, 300, 1).png().toBuffer()],
    ["posts/alpha/clear.png", await makePlain(500, 300, 0.5).png().toBuffer()],
    ["posts/moving/moving.gif", movingGif],
    ["posts/moving/tiny.gif", makeTinyGif()],
    ["posts/moving/moving.webp", await sharp(movingGif, { animated: true }).webp().toBuffer()],
    ["posts/moving/moving.png", await makeAnimatedPng()],
    ["posts/moving/still.gif", await makePlain(40, 30, 1).gif().toBuffer()],
    ["posts/broken/cut.jpg", photo.subarray(0, photo.length / 2)],
    ["posts/broken/huge.png", makeHugePng(30_000)],
    ["posts/broken/long.png", await makePlain(2, 17_000, 1).png().toBuffer()],
    ["posts/names/Kännchen 1#.jpg", small],
    ["posts/names/珈琲.jpg", await makePhoto(310, 200).jpeg().toBuffer()],
    ["public/pictures/50%.jpg", await makePhoto(320, 200).jpeg().toBuffer()],
  ]);
}

let run: Run;

function build(output: string, ...options: readonly string[]): Promise<Run> {
  return runScript("build", ["--blog", blog, "--output", output, "--now", "2026-11-23T12:00:00Z", ...options]);
}

beforeAll(async () => {
  const contents = new Map<string, string | Uint8Array>([...Object.entries(texts), ...(await makeFiles())]);
  for (const [path, content] of contents) {
    mkdirSync(dirname(join(blog, path)), { recursive: true });
    writeFileSync(join(blog, path), content);
  }
  run = await build(site);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const read = (path: string) => readFileSync(join(site, path));
const page = (name: string) => read(`posts/${name}/index.html`).toString("utf8");

type Shown = {
  readonly img: string;
  readonly alt: string;
  readonly sources: readonly string[];
  readonly link?: string;
};

/** The pictures of a post in order, with what a browser may load, as paths in the site. */
function picturesOf(name: string): Shown[] {
  const [, text = ""] = page(name).split('<div class="e-content');
  const picture =
    /(?:<a class="zoom" href="(?<link>[^"]*)"[^>]*>)?(?:<picture>(?<sources>(?:<source[^>]*>)*))?<img src="(?<img>[^"]*)" alt="(?<alt>[^"]*)"/g;
  return Array.from(text.matchAll(picture), ({ groups }) => {
    const { img = "", alt = "", sources = "", link } = groups ?? {};
    const files = [...sources.matchAll(/srcset="([^"]*)"/g)].flatMap(([, set = ""]) => set.split(", "));
    return {
      img: toPath(img),
      alt,
      sources: files.map((file) => toPath(file.replace(/ \d+w$/, ""))),
      ...(link !== undefined && { link: toPath(link) }),
    };
  });
}

const toPath = (address: string) => decodeURIComponent(address.replace(/^\/blog\//, ""));

function pictureOf(name: string, alt: string): Shown {
  const found = picturesOf(name).find((picture) => picture.alt === alt);
  if (!found) throw new Error(`There is no picture "${alt}" in ${name}`);
  return found;
}

const nameOf = (path: string) => path.replace(/^media\/[0-9a-f]{12}-/, "");

test("the blog builds, and its pages are valid", async () => {
  expect(run.code).toBe(0);
  const pages = listFiles(site).filter((path) => path.startsWith("posts/") && path.endsWith(".html"));
  expect(pages.length).toBeGreaterThan(8);
  const messages = await Promise.all(pages.map((path) => validateHtml(path, read(path).toString("utf8"))));
  expect(messages.flat()).toEqual([]);
});

test("every picture that a page or feed names is there", () => {
  const html = listFiles(site)
    .filter((path) => /\.(?:html|xml|json)$/.test(path))
    .map((path) => read(path).toString("utf8"));
  const named = new Set(html.flatMap((text) => text.match(/\/blog\/media\/[^\s"'&,\\]+/g) ?? []).map(toPath));
  expect(named.size).toBeGreaterThan(30);
  expect([...named].filter((path) => !existsSync(join(site, path)))).toEqual([]);
});

describe("a photograph", () => {
  test("comes as AVIF, WebP and JPEG, in two widths and as large as it is", async () => {
    const { img, sources, link = "" } = pictureOf("photo", "A photo");
    expect(sources.map(nameOf)).toEqual(["720.avif", "1280.avif", "720.webp", "1280.webp"]);
    expect([nameOf(img), nameOf(link)]).toEqual(["1280.jpg", "1600.webp"]);
    for (const path of [...sources, img, link]) {
      const { width, height, format } = await sharp(read(path)).metadata();
      expect([path, width]).toEqual([path, Number(/-(\d+)\./.exec(path)?.[1])]);
      expect(Math.abs((height ?? 0) - ((width ?? 0) * 1000) / 1600)).toBeLessThan(1);
      expect(format).toBe(path.endsWith(".avif") ? "heif" : path.endsWith(".webp") ? "webp" : "jpeg");
    }
  });

  test("that is small comes as it is wide, and is no link", () => {
    const { img, sources, link } = pictureOf("photo", "small");
    expect([...sources, img].map(nameOf)).toEqual(["300.avif", "300.webp", "300.jpg"]);
    expect(link).toBeUndefined();
  });

  test("is not published itself unless a text links to it", () => {
    const files = listFiles(site);
    expect(files).not.toContain("media/posts/photo/photo.jpg");
    expect(files).not.toContain("media/posts/photo/small.jpg");
    expect(read("media/posts/photo/linked.jpg")).toEqual(readFileSync(join(blog, "posts/photo/linked.jpg")));
  });

  test("has the same files in every post that shows it", () => {
    expect(pictureOf("copy", "The same")).toEqual({ ...pictureOf("photo", "A photo"), alt: "The same" });
  });

  test("of the front matter leads the home page, and goes out as JPEG", () => {
    const { img } = pictureOf("photo", "A photo");
    expect(page("photo")).toContain(`<meta property="og:image" content="https://example.org/blog/${img}">`);
    expect(page("photo")).toContain(`"image":"https://example.org/blog/${img}"`);
  });

  test("is a plain image in feeds", () => {
    const entities: Readonly<Record<string, string>> = { "<": "&lt;", ">": "&gt;", '"': "&quot;" };
    const feed = read("feed.xml").toString("utf8");
    const { img } = pictureOf("photo", "A photo");
    const image = `<img src="https://example.org/blog/${img}" alt="A photo" width="1280" height="800">`;
    expect(feed.includes(image.replace(/[<>"]/g, (sign) => entities[sign] ?? sign))).toBe(true);
    expect(/&lt;(?:picture|source)|zoom/.exec(feed)).toBeNull();
  });
});

describe("a PNG", () => {
  test("without transparent pixels falls back on JPEG, with some on PNG", () => {
    expect(pictureOf("alpha", "Opaque").img).toMatch(/-500\.jpg$/);
    expect(pictureOf("alpha", "Clear").img).toMatch(/-500\.png$/);
  });

  test("stays transparent in every format", async () => {
    const { img, sources } = pictureOf("alpha", "Clear");
    for (const path of [img, ...sources]) {
      const alpha = await sharp(read(path)).extractChannel("alpha").raw().toBuffer();
      expect([path, Math.abs((alpha[0] ?? 0) - 128) < 4]).toEqual([path, true]);
    }
  });
});

describe("a camera that was turned", () => {
  test.each([
    [2, 300, 200, "right"],
    [3, 300, 200, "below right"],
    [6, 200, 300, "right"],
    [8, 200, 300, "below left"],
  ])("as in orientation %i gives an upright picture of %i × %i", async (orientation, width, height, corner) => {
    const name = [2, 3, 6, 8].indexOf(orientation);
    const { img, sources } = picturesOf("turned")[name] ?? { img: "", sources: [] };
    expect(page("turned")).toContain(`<img src="/blog/${img}" alt="Turned" width="${width}" height="${height}"`);
    for (const path of [img, ...sources]) {
      const { data, info } = await sharp(read(path)).removeAlpha().raw().toBuffer({ resolveWithObject: true });
      expect([info.width, info.height]).toEqual([width, height]);
      const x = corner.includes("right") ? width - 10 : 10;
      const y = corner.includes("below") ? height - 10 : 10;
      const [red = 0, , blue = 0] = data.subarray((y * width + x) * info.channels);
      expect([path, blue > 200 && red < 60]).toEqual([path, true]);
    }
  });

  test("leaves no place, and nothing else of what it noted down", async () => {
    const original = await sharp(join(blog, "posts/turned/turned-6.jpg")).metadata();
    expect(original.exif?.length).toBeGreaterThan(0);
    for (const { img, sources } of picturesOf("turned")) {
      for (const path of [img, ...sources]) expect((await sharp(read(path)).metadata()).exif).toBeUndefined();
    }
  });
});

describe("what moves goes on moving", () => {
  const frames = async (path: string) => (await sharp(read(path), { animated: true }).metadata()).pages;

  test("as WebP where that is smaller, before the GIF itself", async () => {
    const { img, sources, link } = pictureOf("moving", "GIF");
    expect([img, link]).toEqual(["media/posts/moving/moving.gif", "media/posts/moving/moving.gif"]);
    expect(sources.map(nameOf)).toEqual(["480.webp"]);
    const [webp = ""] = sources;
    expect(read(img)).toEqual(movingGif);
    expect(read(webp).length).toBeLessThan(movingGif.length);
    expect([await frames(img), await frames(webp)]).toEqual([12, 12]);
  });

  test.each([
    ["Tiny", "tiny.gif"],
    ["WebP", "moving.webp"],
    ["PNG", "moving.png"],
  ])("or as it is: %s", (alt, file) => {
    const { img, sources } = pictureOf("moving", alt);
    expect([img, sources]).toEqual([`media/posts/moving/${file}`, []]);
    expect(read(img)).toEqual(readFileSync(join(blog, "posts/moving", file)));
  });

  test("but a GIF of one frame is a picture as any other", () => {
    const { img, sources } = pictureOf("moving", "Still");
    expect([img, ...sources].map(nameOf)).toEqual(["40.jpg", "40.avif", "40.webp"]);
  });
});

test("a drawing stays itself, and knows its size if it says one", () => {
  expect(pictureOf("drawing", "Drawing")).toEqual({
    img: "media/posts/drawing/drawing.svg",
    alt: "Drawing",
    sources: [],
    link: "media/posts/drawing/drawing.svg",
  });
  expect(page("drawing")).toContain('drawing.svg" alt="Drawing" width="600" height="300"');
  expect(page("drawing")).toContain('bare.svg" alt="Without a size" loading="lazy"');
  expect(page("drawing")).not.toContain("og:image");
});

describe("a file that is no picture", () => {
  const at = (line: number, column: number) => `posts/broken/index.md:${line}:${column}: warning: `;

  test.each([
    [6, 12, "the file is no picture, or a damaged one, and is published as it is (found cut.jpg)"],
    [8, 13, "the file is no picture, or a damaged one, and is published as it is (found text.png)"],
    [10, 9, "the picture has too many pixels to be scaled and is published as it is (found huge.png)"],
    [12, 9, "the picture has too many pixels to be scaled and is published as it is (found long.png)"],
    [14, 9, "the image is not there (found gone.png)"],
    [16, 1, "the file is no picture, or a damaged one, and is published as it is (found cut.jpg)"],
  ])("is told of at %i:%i", (line, column, message) => {
    expect(run.stderr).toContain(`${at(line, column)}${message}. `);
  });

  test("is published as it is", () => {
    expect(picturesOf("broken").map(({ img }) => img.replace("media/posts/broken/", ""))).toEqual([
      "cut.jpg",
      "text.png",
      "huge.png",
      "long.png",
      "cut.jpg",
    ]);
    for (const { img, sources } of picturesOf("broken")) {
      expect(sources).toEqual([]);
      expect(read(img)).toEqual(readFileSync(join(blog, img.replace("media/", ""))));
    }
  });

  test("or not there, and its text stands for it", () => {
    expect(page("broken")).toContain('role="img" aria-label="Gone">Gone</span>');
  });
});

test("names may be encoded, written out, of any script, and under public/", () => {
  const shown = picturesOf("names");
  expect(shown.map(({ img }) => nameOf(img))).toEqual(["300.jpg", "300.jpg", "310.jpg", "320.jpg"]);
  expect(shown[0]?.img).toBe(shown[1]?.img);
  expect(read("pictures/50%.jpg")).toEqual(readFileSync(join(blog, "public/pictures/50%.jpg")));
  expect(run.stderr).toContain("posts/names/index.md:14:9: warning: the image is not there");
});

test("a picture on another host is a link and a warning, unless the host is listed", () => {
  expect(page("remote")).toContain('<a href="https://elsewhere.example/cup.jpg" rel="external">a cup</a>');
  expect(page("remote")).toContain('<img src="https://listed.example/cup.jpg" alt="shown"');
  expect(run.stderr).toMatch(
    /posts\/remote\/index\.md:6:14: warning: the image is on another host and becomes a link .* `imageHosts`/,
  );
});

test("without the cache the same bytes come out", { timeout: 60_000 }, async () => {
  const again = join(folder, "again");
  expect((await build(again, "--no-cache")).code).toBe(0);
  expect(listFiles(again)).toEqual(listFiles(site));
  expect(listFiles(again).filter((path) => !read(path).equals(readFileSync(join(again, path))))).toEqual([]);
});
