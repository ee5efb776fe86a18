import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { createGzip, gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { ImportError } from "../../../src/importers/import-error.ts";
import { openExport } from "../../../src/importers/wordpress/reader/open-export.ts";
import { makeExport, writeExport } from "../../support/make-export.ts";
import { makeZip } from "../../support/make-zip.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";
import { item, wxr } from "./read-bytes.ts";

const one = wxr(item("One"));
const two = wxr(item("Two"));

function folderOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = temporaryFolder();
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
}

async function titlesOf(paths: readonly string[]): Promise<string[]> {
  const source = await openExport(paths);
  const titles: string[] = [];
  let done = 0;
  for await (const part of source.parts((bytes) => (done = bytes)))
    if (part.kind === "item") titles.push(part.item.title);
  expect(done).toBe(source.totalBytes);
  return titles;
}

const shadow = { name: "__MACOSX/._b.xml", content: "junk" };
const zip = makeZip([
  { name: "in/b.xml", content: two },
  { name: "a.xml", content: one },
  shadow,
  { name: "x.txt", content: "x" },
]);

test.each([
  ["a file", { "a.xml": one }, ["a.xml"], ["One"]],
  ["several files in the order that was given", { "a.xml": one, "b.xml": two }, ["b.xml", "a.xml"], ["Two", "One"]],
  ["a gzip", { "a.xml.gz": gzipSync(one) }, ["a.xml.gz"], ["One"]],
  [
    "a gzip of two parts",
    { "a.gz": Buffer.concat([gzipSync(one.slice(0, 500)), gzipSync(one.slice(500))]) },
    ["a.gz"],
    ["One"],
  ],
  ["a zip, by the names in it", { "all.zip": zip }, ["all.zip"], ["One", "Two"]],
  ["a gzip in a zip", { "all.zip": makeZip([{ name: "a.xml.gz", content: gzipSync(one) }]) }, ["all.zip"], ["One"]],
  ["a gzip that is called .xml", { "a.xml": gzipSync(one) }, ["a.xml"], ["One"]],
  ["a zip that is called .xml", { "a.xml": zip }, ["a.xml"], ["One", "Two"]],
  ["a file that is called .gz", { "a.gz": one }, ["a.gz"], ["One"]],
  ["a name without ending", { export: one }, ["export"], ["One"]],
  ["the same file twice", { "a.xml": one }, ["a.xml", "./a.xml"], ["One"]],
])("%s is read", async (_, files, names, titles) => {
  const folder = folderOf(files);
  expect(await titlesOf(names.map((name) => join(folder, name)))).toEqual(titles);
});

test("a folder is read in the order of its names: what is xml, gz or zip, and nothing else", async () => {
  const folder = folderOf({
    "b.XML": two,
    "a.xml.gz": gzipSync(one),
    "c.txt": "no",
    ".hidden.xml": "no",
    "d.zip": zip,
  });
  mkdirSync(join(folder, "below.xml-files"));
  expect(await titlesOf([folder])).toEqual(["One", "Two", "One", "Two"]);
});

test("each item and message names its file, in a zip too", async () => {
  const folder = folderOf({ "all.zip": makeZip([{ name: "in/a.xml", content: wxr(item("Salt & bread")) }]) });
  const source = await openExport([join(folder, "all.zip")]);
  const name = join(folder, "all.zip/in/a.xml");
  expect(source.files).toEqual([name]);
  const files: string[] = [];
  for await (const part of source.parts()) if (part.kind === "item") files.push(part.item.file);
  expect(files).toEqual([name]);
  expect(source.repairs()[0]?.found).toContain(name);
});

test("an export can be read again and again, with the same parts and the repairs of one pass", async () => {
  const folder = folderOf({ "a.xml": wxr(item("a & b")), "b.xml": two });
  const source = await openExport([folder]);
  const pass = async () => {
    const parts = [];
    for await (const part of source.parts()) parts.push(part);
    return { parts, repairs: source.repairs() };
  };
  const first = await pass();
  expect(first.repairs).toHaveLength(1);
  expect(await pass()).toEqual(first);
});

test("a large export is read from the disk with all its items, packed or not", async () => {
  const folder = temporaryFolder();
  const options = { posts: 400, comments: 1000, words: 400 };
  const counts = await writeExport(join(folder, "a.xml"), options);
  const gzip = createGzip();
  const packed = buffer(gzip);
  expect(await writeExport(gzip, options)).toEqual(counts);
  writeFileSync(join(folder, "b.xml.gz"), await packed);
  const items = Object.values(counts.items).reduce((sum, count) => sum + count, 0);
  expect(counts.bytes).toBeGreaterThan(1_500_000);
  expect(await titlesOf([join(folder, "a.xml")])).toHaveLength(items);
  expect(await titlesOf([join(folder, "b.xml.gz")])).toHaveLength(items);
});

test("a pass that is left early leaves no file open and the next one whole", async () => {
  const folder = folderOf({ "a.xml.gz": gzipSync(makeExport({ posts: 50 }).xml) });
  const source = await openExport([folder]);
  for await (const part of source.parts()) if (part.kind === "item") break;
  let items = 0;
  for await (const part of source.parts()) if (part.kind === "item") items += 1;
  expect(items).toBe(50 + 12 + 6 + 6);
});

const broken = gzipSync(makeExport({ posts: 20 }).xml);
const flipped = Buffer.from(broken);
flipped.fill(0x55, 2000, 2100);

test.each<[string, Record<string, string | Uint8Array>, string, RegExp]>([
  ["nothing", {}, "a.xml", /a\.xml: there is no such file: check the path\.$/],
  ["an empty file", { "a.xml": "" }, "a.xml", /a\.xml: this file is empty: download the export again\.$/],
  ["an empty folder", { "a.txt": "x" }, "", /: there is no \.xml, \.gz or \.zip file in this folder\.$/],
  [
    "a gzip that is cut off",
    { "a.gz": broken.subarray(0, 3000) },
    "a.gz",
    /a\.gz:\d+: the export is cut off here, at byte \d+; the last whole item is \d+/,
  ],
  ["a gzip with an empty rest", { "a.gz": broken.subarray(0, 12) }, "a.gz", /cut off|empty/],
  [
    "a damaged gzip",
    { "a.gz": flipped },
    "a.gz",
    /a\.gz: what is packed here is damaged \(.+\): download it again\.|cut off|damaged here/,
  ],
  [
    "a zip that is cut off",
    { "a.zip": zip.subarray(0, 300) },
    "a.zip",
    /a\.zip: this zip is damaged or cut off \(.+\): download it again\.$/,
  ],
  [
    "an empty zip",
    { "a.zip": makeZip([]) },
    "a.zip",
    /a\.zip: there is no \.xml file in this zip: give the export itself\.$/,
  ],
  [
    "a zip of something else",
    { "a.zip": makeZip([{ name: "a.txt", content: "x" }]) },
    "a.zip",
    /there is no \.xml file in this zip/,
  ],
  [
    "a zip with a password",
    { "a.zip": makeZip([{ name: "a.xml", content: one, flags: 1 }]) },
    "a.zip",
    /a\.xml has a password: unpack/,
  ],
  [
    "a damaged zip",
    { "a.zip": makeZip([{ name: "a.xml", content: one, crc: 1 }]) },
    "a.zip",
    /a\.zip\/a\.xml: .*checksum.*: download it again\.$/,
  ],
])("%s is refused with a sentence", async (_, files, name, message) => {
  const folder = folderOf(files);
  const error: unknown = await titlesOf([join(folder, name)]).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(ImportError);
  expect(String(error)).toMatch(message);
});

test("no export at all is refused", async () => {
  await expect(openExport([])).rejects.toThrow("No export was given: name its .xml, .xml.gz or .zip file.");
});

test("a link to itself is refused with a sentence", async () => {
  const folder = folderOf({});
  symlinkSync(join(folder, "a.xml"), join(folder, "a.xml"));
  await expect(openExport([join(folder, "a.xml")])).rejects.toThrow(/a\.xml: it cannot be read \(ELOOP\)\./);
});
