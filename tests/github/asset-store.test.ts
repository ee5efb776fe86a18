import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createAssetStore } from "../../src/github/sync/asset-store.ts";
import { fakeRuntime } from "../support/fake-runtime.ts";
import { json, stubServer, type Handler } from "../support/stub-server.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const png = Buffer.concat([Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), Buffer.alloc(100)]);
const picture =
  (content: Uint8Array): Handler =>
  (_request, response) =>
    response.writeHead(200, { "content-type": "text/plain" }).end(content);

function open(folder: string, options: { dryRun?: boolean; isAllowed?: (url: URL) => boolean } = {}) {
  return createAssetStore({ folder, runtime: fakeRuntime(), isAllowed: () => true, dryRun: false, ...options });
}

test("a picture is stored once, under a name made of its address and its real type", async () => {
  const folder = temporaryFolder();
  const { origin, requests } = await stubServer(picture(png));
  const path = await open(folder).fetch("avatars", `${origin}/ann.gif`);
  expect(path).toMatch(/^avatars\/[0-9a-f]{16}\.png$/);
  expect(readdirSync(join(folder, "avatars"))).toEqual([path?.slice("avatars/".length)]);
  expect(await open(folder).fetch("avatars", `${origin}/ann.gif`)).toBe(path);
  expect(requests).toHaveLength(1);
});

test("asked for at the same time it is fetched once", async () => {
  const { origin, requests } = await stubServer(picture(png));
  const store = open(temporaryFolder());
  await Promise.all([1, 2, 3].map(() => store.fetch("media", `${origin}/a.png`)));
  expect(requests).toHaveLength(1);
});

test("an avatar of more than 3 kB is asked for smaller, and left out when it stays too heavy", async () => {
  const heavy = Buffer.concat([png, Buffer.alloc(4000)]);
  const { origin, requests } = await stubServer(picture(heavy), picture(png));
  expect(await open(temporaryFolder()).fetch("avatars", `${origin}/u/1?s=64&v=4`)).toMatch(/\.png$/);
  expect(requests.map((line) => line.trim())).toEqual(["GET /u/1?s=64&v=4", "GET /u/1?s=48&v=4"]);
  const stays = await stubServer(picture(heavy));
  const folder = temporaryFolder();
  expect(await open(folder).fetch("avatars", `${stays.origin}/u/1?s=64`)).toBeUndefined();
  expect(existsSync(join(folder, "avatars"))).toBe(false);
});

test.each<[string, Handler]>([
  ["a page", picture(Buffer.from("<html><script>alert(1)</script>"))],
  ["an SVG", picture(Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>"))],
  ["nothing", picture(Buffer.alloc(0))],
  ["a 404", json({}, 404)],
  ["an attachment of more than 2 MB", picture(Buffer.concat([png, Buffer.alloc(3_000_000)]))],
  ["a reset", (request) => request.socket.destroy()],
])("%s is not stored", async (_name, handler) => {
  const { origin } = await stubServer(handler);
  const folder = temporaryFolder();
  expect(await open(folder).fetch("media", `${origin}/a.png`)).toBeUndefined();
  expect(readdirSync(folder)).toEqual([]);
});

test("a host that is not there is left alone after three pictures", async () => {
  const { origin, requests } = await stubServer((request) => request.socket.destroy());
  const store = open(temporaryFolder());
  for (let number = 0; number < 10; number++) await store.fetch("media", `${origin}/${number}`);
  expect(requests).toHaveLength(6);
});

test("a host that is not allowed is not asked, nor is any in a dry run", async () => {
  const { origin, requests } = await stubServer(picture(png));
  await open(temporaryFolder(), { isAllowed: () => false }).fetch("media", origin);
  await open(temporaryFolder(), { dryRun: true }).fetch("media", origin);
  await open(temporaryFolder()).fetch("media", "no address");
  expect(requests).toEqual([]);
});

test("pictures of ours that nobody names are removed, others are left", async () => {
  const folder = temporaryFolder();
  const { origin } = await stubServer(picture(png));
  mkdirSync(join(folder, "media"));
  for (const name of ["0123456789abcdef.png", "holiday.jpg", ".klatsch-1999999-1.tmp"])
    writeFileSync(join(folder, "media", name), png);
  const store = open(folder);
  const path = (await store.fetch("media", `${origin}/a`)) ?? "";
  store.keepOnly(new Set([path]));
  expect(readdirSync(join(folder, "media")).sort()).toEqual([path.slice("media/".length), "holiday.jpg"].sort());
});
