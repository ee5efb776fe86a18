import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { createMediaStore, type MediaOptions } from "../../../src/importers/media/create-media-store.ts";
import { fakeRuntime } from "../../support/fake-runtime.ts";
import { stubServer, type Handler } from "../../support/stub-server.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

/** A picture by its beginning, with something in it to tell it by. */
function jpeg(text: string): Buffer {
  return Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.from(text)]);
}

const hashOf = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

function folderOf(files: Readonly<Record<string, Uint8Array | string>>, folder = temporaryFolder()): string {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

function open(options: Partial<MediaOptions> = {}) {
  const into = options.into ?? temporaryFolder();
  const runtime = fakeRuntime();
  const rest = { hosts: ["table.example"], download: false, dryRun: false, attachments: [], runtime };
  return { into, runtime, store: createMediaStore({ ...rest, ...options, into }) };
}

function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

const uploads = "/wp-content/uploads";
const attachment = (file: string, ...sizes: string[]) => ({
  id: "1",
  url: `https://table.example${uploads}/${file}`,
  file,
  sizes,
});

test.each([
  ["the uploads folder itself", ""],
  ["the folder of the site", "wp-content/uploads/"],
  ["a back-up with the site deep in it", "backup/public_html/wp-content/uploads/"],
  ["a folder with uploads in it", "uploads/"],
])("a picture is copied from %s", async (_, prefix) => {
  const folder = folderOf({ [`${prefix}2012/05/pic.jpg`]: jpeg("one") });
  const { into, store } = open({ uploads: folder });
  const address = `https://www.table.example${uploads}/2012/05/pic.jpg?w=300`;
  expect(await store.place(address)).toEqual({ src: `${uploads}/2012/05/pic.jpg` });
  const path = "public/wp-content/uploads/2012/05/pic.jpg";
  expect(readFileSync(join(into, path))).toEqual(jpeg("one"));
  const row = { from: address, outcome: "copied", path, bytes: 7, hash: hashOf(jpeg("one")) };
  expect([store.rows(), store.rowOf(address)]).toEqual([[row], row]);
});

test.each<[string, string, string]>([
  ["its own name", "2012/05/pic.jpg", "pic.jpg"],
  ["a size by its name alone, where the original is there", "2012/05/pic-300x200.jpg", "pic.jpg"],
  ["a scaled one, where the original is there", "2012/05/pic-scaled.jpg", "pic.jpg"],
  ["a size of a known picture", "2012/05/known-64x64.jpg", "known.jpg"],
  ["a size with a strange name that the metadata names", "2012/05/known-tiny.jpg", "known.jpg"],
  ["a size of a scaled picture", "2012/05/large-300x200.jpg", "large.jpg"],
  ["a scaled picture itself", "2012/05/large-scaled.jpg", "large.jpg"],
  ["a scaled picture without its original", "2012/05/lone-scaled.jpg", "lone-scaled.jpg"],
  ["a size of it", "2012/05/lone-300x200.jpg", "lone-scaled.jpg"],
  ["what only looks like a size", "2012/05/box-10x20.jpg", "box-10x20.jpg"],
  ["an attachment that is called like a size", "2012/05/poster-300x200.jpg", "poster-300x200.jpg"],
  ["another case", "2012/05/PIC.jpg", "pic.jpg"],
  ["a decomposed name", "2012/05/cafe%CC%81.jpg", "caf%C3%A9.jpg"],
])("an address by %s leads to the original", async (_, address, name) => {
  const names = [
    "pic",
    "pic-300x200",
    "pic-scaled",
    "known",
    "large",
    "large-scaled",
    "lone-scaled",
    "box-10x20",
    "poster-300x200",
    "poster",
    "café",
  ];
  const folder = folderOf(Object.fromEntries(names.map((file) => [`2012/05/${file}.jpg`, jpeg(file)])));
  const attachments = [
    attachment("2012/05/known.jpg", "known-64x64.jpg", "known-tiny.jpg"),
    attachment("2012/05/large-scaled.jpg", "large-300x200.jpg", "large.jpg"),
    attachment("2012/05/lone-scaled.jpg"),
    attachment("2012/05/poster-300x200.jpg"),
  ];
  const { into, store } = open({ uploads: folder, attachments });
  const placed = await store.place(`${uploads}/${address}`);
  const src = "src" in placed ? placed.src : "";
  const found = readFileSync(join(into, "public", decodeURIComponent(src)));
  expect(found).toEqual(jpeg(decodeURIComponent(name).replace(".jpg", "")));
});

test("one file is there once, in whatever case it is asked for", async () => {
  const { into, store } = open({ uploads: folderOf({ "2012/pic.jpg": jpeg("one") }) });
  expect(await store.place(`${uploads}/2012/PIC.jpg`)).toEqual({ src: `${uploads}/2012/pic.jpg` });
  expect(await store.place(`${uploads}/2012/pic.jpg`)).toEqual({ src: `${uploads}/2012/pic.jpg` });
  expect(filesIn(join(into, "public"))).toHaveLength(1);
});

test("a name that differs by case from two files is neither of them", async () => {
  const folder = folderOf({ "2012/a.jpg": jpeg("a"), "2012/A.jpg": jpeg("A") });
  if (readdirSync(join(folder, "2012")).length < 2) return;
  const { store } = open({ uploads: folder });
  expect(await store.place(`${uploads}/2012/a.JPG`)).toEqual({ reason: "It is not in the uploads folder." });
  const [lower, upper] = [await store.place(`${uploads}/2012/a.jpg`), await store.place(`${uploads}/2012/A.jpg`)];
  expect(lower).toEqual({ src: `${uploads}/2012/a.jpg` });
  expect(upper).toEqual({ src: expect.stringMatching(/^\/wp-content\/uploads\/2012\/A-[\da-f]{8}\.jpg$/) });
});

test("addresses that Markdown would misread are encoded, others are raw", async () => {
  const folder = folderOf({ "my pic (1).jpg": jpeg("x"), "春.jpg": jpeg("y"), "100% [a]#b.jpg": jpeg("z") });
  const { store } = open({ uploads: folder });
  const src = async (address: string) => store.place(`${uploads}/${address}`);
  expect(await src("my pic (1).jpg")).toEqual({ src: `${uploads}/my%20pic%20%281%29.jpg` });
  expect(await src("%E6%98%A5.jpg")).toEqual({ src: `${uploads}/春.jpg` });
  expect(await src("100%25%20%5Ba%5D%23b.jpg")).toEqual({ src: `${uploads}/100%25%20%5Ba%5D%23b.jpg` });
});

test("what is not there, elsewhere or no picture is told apart", async () => {
  const folder = folderOf({
    "page.jpg": "<!DOCTYPE html><title>404</title>",
    "empty.jpg": "",
    "text.png": "hello",
    "song.mp3": "any",
  });
  const { into, store } = open({ uploads: folder });
  const addresses = ["page.jpg", "empty.jpg", "text.png", "missing.jpg", "song.mp3"].map(
    (name) => `${uploads}/${name}`,
  );
  for (const address of [...addresses, "https://other.example/pic.jpg"]) await store.place(address);
  expect(store.rows().map((row) => ("reason" in row ? [row.outcome, row.reason] : [row.outcome]))).toEqual([
    ["failed", "The file is empty. So it is in the uploads folder."],
    ["failed", "It is not in the uploads folder."],
    ["failed", "It is a web page, not a file. So it is in the uploads folder."],
    ["copied"],
    ["failed", "It is no picture. So it is in the uploads folder."],
    ["left", "It is on another host (other.example)."],
  ]);
  expect(filesIn(join(into, "public"))).toEqual(["wp-content/uploads/song.mp3"]);
});

test("without an uploads folder and without downloads, all is left", async () => {
  const { into, store } = open();
  const reason = "There is no uploads folder, and nothing is downloaded.";
  expect(await store.place(`${uploads}/a.jpg`)).toEqual({ reason });
  expect(store.rows()).toEqual([{ from: `${uploads}/a.jpg`, outcome: "left", reason }]);
  expect(filesIn(into)).toEqual([]);
});

test("an uploads folder that is not there is refused", () => {
  expect(() => open({ uploads: "/nowhere/at/all" })).toThrow(
    "/nowhere/at/all: there is no such folder. Give a copy of wp-content/uploads.",
  );
});

test("nothing is written over, and nothing out of the blog folder", async () => {
  const folder = folderOf({ "a.jpg": jpeg("new"), "b.jpg": jpeg("b") });
  const into = folderOf({ "public/wp-content/uploads/a.jpg": jpeg("the owner's") });
  const { store } = open({ uploads: folder, into });
  const placed = await store.place(`${uploads}/a.jpg`);
  expect(placed).toEqual({ src: expect.stringMatching(/a-[\da-f]{8}\.jpg$/) });
  expect(readFileSync(join(into, "public/wp-content/uploads/a.jpg"))).toEqual(jpeg("the owner's"));
  const outside = temporaryFolder();
  const linked = temporaryFolder();
  symlinkSync(outside, join(linked, "public"));
  await expect(open({ uploads: folder, into: linked }).store.place(`${uploads}/b.jpg`)).rejects.toThrow(
    /leads out of the blog folder/,
  );
  expect(filesIn(outside)).toEqual([]);
});

const site =
  (files: Readonly<Record<string, Uint8Array | string>>): Handler =>
  (request, response) => {
    const found = files[(request.url ?? "").split("?")[0] ?? ""];
    response.writeHead(found === undefined ? 404 : 200, { "content-type": "image/jpeg" });
    response.end(found ?? "<!doctype html><title>Not found</title>");
  };

test("what is not in the uploads folder is downloaded: the original, and each once", async () => {
  const { origin, requests } = await stubServer(site({ [`${uploads}/2012/pic.jpg`]: jpeg("web") }));
  const folder = folderOf({ "2012/here.jpg": jpeg("disk") });
  const attachments = [
    { id: "4", url: `${origin}${uploads}/2012/pic.jpg`, file: "2012/pic.jpg", sizes: ["pic-300x200.jpg"] },
  ];
  const { into, store } = open({ hosts: [origin], uploads: folder, download: true, attachments });
  const addresses = [
    `${origin}${uploads}/2012/pic-300x200.jpg`,
    `${uploads}/2012/pic.jpg?w=20`,
    `${uploads}/2012/here.jpg`,
  ];
  const places = await Promise.all(addresses.map(store.place));
  expect(places.map((place) => "src" in place && place.src)).toEqual([
    `${uploads}/2012/pic.jpg`,
    `${uploads}/2012/pic.jpg`,
    `${uploads}/2012/here.jpg`,
  ]);
  expect(requests).toEqual([`GET ${uploads}/2012/pic.jpg `]);
  expect(
    store
      .rows()
      .map(({ outcome }) => outcome)
      .sort(),
  ).toEqual(["copied", "downloaded", "downloaded"]);
  expect(readFileSync(join(into, "public", uploads, "2012/pic.jpg"))).toEqual(jpeg("web"));
});

test("a size is taken where its original is gone", async () => {
  const { origin } = await stubServer(site({ [`${uploads}/pic-300x200.jpg`]: jpeg("small") }));
  const attachments = [{ id: "4", url: `${origin}${uploads}/pic.jpg`, file: "pic.jpg", sizes: ["pic-300x200.jpg"] }];
  const { store } = open({ hosts: [origin], download: true, attachments });
  expect(await store.place(`${uploads}/pic-300x200.jpg`)).toEqual({ src: `${uploads}/pic-300x200.jpg` });
  expect(await store.place(`${uploads}/pic.jpg`)).toEqual({ reason: "It is not there any more (404)." });
});

test.each<[string, Handler, string]>([
  [
    "a page in a picture's place",
    (_, response) => response.writeHead(200, { "content-type": "image/jpeg" }).end("<html><title>Log in</title>"),
    "It is a web page, not a file.",
  ],
  [
    "a page that says so",
    (_, response) => response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end("x"),
    "It is a web page, not a file.",
  ],
  ["nothing", (_, response) => response.end(), "The file is empty."],
  ["a refusal", (_, response) => response.writeHead(403).end(), "Its host refuses it (403)."],
  ["a fault", (_, response) => response.writeHead(500).end(), "Its host has a fault or is busy (500)."],
  [
    "a way out of the web",
    (_, response) => response.writeHead(302, { location: "file:///etc/passwd" }).end(),
    "redirects out of the web",
  ],
  [
    "a way into a network at home",
    (_, response) => response.writeHead(302, { location: "http://192.168.0.1/a.jpg" }).end(),
    "192.168.0.1 is no host to ask",
  ],
])("%s is a failure with its reason", async (_, handler, reason) => {
  const { origin } = await stubServer(handler);
  const { into, store } = open({ hosts: [origin], download: true });
  expect(await store.place(`${uploads}/pic.jpg`)).toEqual({ reason: expect.stringContaining(reason) });
  expect(store.rows()).toEqual([
    { from: `${uploads}/pic.jpg`, outcome: "failed", reason: expect.stringContaining(reason) },
  ]);
  expect(filesIn(into)).toEqual([]);
});

test("a busy host is asked again, as patiently as it wishes", async () => {
  const busy: Handler = (_, response) => response.writeHead(503, { "retry-after": "7" }).end();
  const { origin, requests } = await stubServer(busy, site({ [`${uploads}/pic.jpg`]: jpeg("x") }));
  const { runtime, store } = open({ hosts: [origin], download: true });
  expect(await store.place(`${uploads}/pic.jpg`)).toEqual({ src: `${uploads}/pic.jpg` });
  expect([requests.length, runtime.slept]).toEqual([2, [7000]]);
});

test("a host that has a fault with some files is asked for the others", async () => {
  const { origin } = await stubServer((request, response) => {
    if (request.url?.includes("bad")) response.writeHead(500).end();
    else response.end(jpeg("x"));
  });
  const { store } = open({ hosts: [origin], download: true });
  for (const name of ["bad1", "bad2", "bad3", "bad4"]) await store.place(`${uploads}/${name}.jpg`);
  expect(await store.place(`${uploads}/good.jpg`)).toEqual({ src: `${uploads}/good.jpg` });
});

test("what one of the old hosts does not have, another may", async () => {
  const gone = await stubServer((request) => request.socket.destroy());
  const here = await stubServer(site({ [`${uploads}/a.jpg`]: jpeg("a") }));
  const { store } = open({ hosts: [gone.origin, here.origin], download: true });
  expect(await store.place(`${gone.origin}${uploads}/a.jpg`)).toEqual({
    reason: expect.stringContaining("was given up"),
  });
  expect(await store.place(`${here.origin}${uploads}/a.jpg`)).toEqual({ src: `${uploads}/a.jpg` });
});

test("a host that does not answer is given up soon, and all its files with it", async () => {
  const { origin, requests } = await stubServer((request) => request.socket.destroy());
  const { store } = open({ hosts: [origin], download: true });
  for (let index = 0; index < 50; index += 1) await store.place(`${uploads}/pic-${index}.jpg`);
  expect(requests.length).toBeLessThan(10);
  expect(store.rows()).toHaveLength(50);
  expect(store.rows()[49]).toMatchObject({ outcome: "failed", reason: expect.stringContaining("was given up: ") });
});

test("a few files are fetched at the same time, and no more", async () => {
  let now = 0;
  let most = 0;
  const { origin } = await stubServer((_, response) => {
    now += 1;
    most = Math.max(most, now);
    setTimeout(() => {
      now -= 1;
      response.end(jpeg("x"));
    }, 5);
  });
  const { store } = open({ hosts: [origin], download: true });
  await Promise.all(Array.from({ length: 30 }, (_, index) => store.place(`${uploads}/p${index}.jpg`)));
  expect(most).toBeGreaterThan(1);
  expect(most).toBeLessThanOrEqual(4);
});

test("a second run fetches nothing, writes nothing and says the same; what was removed comes again", async () => {
  const { origin, requests } = await stubServer(
    site({ [`${uploads}/a.jpg`]: jpeg("a"), [`${uploads}/b.jpg`]: jpeg("b") }),
  );
  const into = temporaryFolder();
  const run = async () => {
    const { store } = open({ hosts: [origin], download: true, into });
    await store.place(`${uploads}/b.jpg`);
    await store.place(`${uploads}/a.jpg`);
    return { rows: store.rows(), state: readFileSync(join(into, ".import/media.json"), "utf8"), files: filesIn(into) };
  };
  const first = await run();
  expect(first.files).toEqual([
    ".import/media.json",
    "public/wp-content/uploads/a.jpg",
    "public/wp-content/uploads/b.jpg",
  ]);
  expect(Object.keys(JSON.parse(first.state).files)).toEqual(["a.jpg", "b.jpg"]);
  expect(await run()).toEqual(first);
  expect(requests).toHaveLength(2);
  const { unlinkSync } = await import("node:fs");
  unlinkSync(join(into, "public/wp-content/uploads/a.jpg"));
  writeFileSync(join(into, "public/wp-content/uploads/b.jpg"), jpeg("edited"));
  expect((await run()).files).toEqual(first.files);
  expect(requests).toHaveLength(3);
  expect(readFileSync(join(into, "public/wp-content/uploads/b.jpg"))).toEqual(jpeg("edited"));
});

test("what a killed run has brought without writing it down is not brought twice", async () => {
  const folder = folderOf({ "a.jpg": jpeg("a") });
  const into = folderOf({ "public/wp-content/uploads/a.jpg": jpeg("a"), ".import/media.json": `{"version": 1, "fil` });
  const { store } = open({ uploads: folder, into });
  expect(await store.place(`${uploads}/a.jpg`)).toEqual({ src: `${uploads}/a.jpg` });
});

test("a state that leads elsewhere is not believed", async () => {
  const file = { outcome: "copied", path: "public/../../../etc/passwd", bytes: 1, hash: "x" };
  const into = folderOf({ ".import/media.json": JSON.stringify({ version: 1, files: { "a.jpg": file } }) });
  const { store } = open({ uploads: folderOf({ "a.jpg": jpeg("a") }), into });
  expect(await store.place(`${uploads}/a.jpg`)).toEqual({ src: `${uploads}/a.jpg` });
});

test("a dry run writes nothing, asks for nothing and says what would be", async () => {
  const { origin, requests } = await stubServer(site({}));
  const folder = folderOf({ "a.jpg": jpeg("a") });
  const into = temporaryFolder();
  const { store } = open({ hosts: [origin], uploads: folder, download: true, dryRun: true, into });
  expect(await store.place(`${uploads}/a.jpg`)).toEqual({ src: `${uploads}/a.jpg` });
  expect(await store.place(`${uploads}/b.jpg`)).toEqual({ src: `${uploads}/b.jpg` });
  expect(store.rows()).toEqual([
    {
      from: `${uploads}/a.jpg`,
      outcome: "copied",
      path: "public/wp-content/uploads/a.jpg",
      bytes: 5,
      hash: hashOf(jpeg("a")),
    },
    { from: `${uploads}/b.jpg`, outcome: "left", reason: "It would be downloaded to public/wp-content/uploads/b.jpg." },
  ]);
  expect([requests, filesIn(into)]).toEqual([[], []]);
});

test("progress is told, and names do not depend on the order in which texts ask", async () => {
  const folder = folderOf({ "A.jpg": jpeg("A"), "a.jpg": jpeg("a") });
  const attachments = [attachment("A.jpg"), attachment("a.jpg")];
  const placesOf = async (names: readonly string[]) => {
    const told: number[] = [];
    const { store } = open({ uploads: folder, attachments, onProgress: ({ done }) => told.push(done) });
    const places: Record<string, unknown> = {};
    for (const name of names) places[name] = await store.place(`${uploads}/${name}`);
    expect(told).toEqual([1, 2]);
    return places;
  };
  expect(await placesOf(["a.jpg", "A.jpg"])).toEqual(await placesOf(["A.jpg", "a.jpg"]));
});
