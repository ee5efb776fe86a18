import { expect, test } from "vitest";
import { readAttachmentSizes } from "../../../src/importers/wordpress/attachment-sizes.ts";

const metadata =
  'a:6:{s:5:"width";i:2560;s:6:"height";i:1707;s:4:"file";s:22:"2012/05/pic-scaled.jpg";s:5:"sizes";a:2:{' +
  's:6:"medium";a:4:{s:4:"file";s:15:"pic-300x200.jpg";s:5:"width";i:300;s:9:"mime-type";s:10:"image/jpeg";}' +
  's:5:"large";a:1:{s:4:"file";s:16:"pic-1024x683.jpg";}}' +
  's:10:"image_meta";a:1:{s:7:"caption";s:3:"a"b";}s:14:"original_image";s:7:"pic.jpg";}';

test.each([
  ["all sizes and the original", metadata, ["pic-300x200.jpg", "pic-1024x683.jpg", "pic.jpg"]],
  ["lengths that are wrong", metadata.replace(/s:\d+:/g, "s:9:"), ["pic-300x200.jpg", "pic-1024x683.jpg", "pic.jpg"]],
  ["a text that is cut off", metadata.slice(0, 250), ["pic-300x200.jpg"]],
  ["names of every script", 's:4:"file";s:9:"春-1x1.jpg";s:5:"width";i:1;', ["春-1x1.jpg"]],
  ["a name with a path", 's:4:"file";s:9:"../../etc/passwd.jpg";s:5:"width";i:1;', ["passwd.jpg"]],
  ["no name", 's:4:"file";s:9:"x";s:4:"file";s:0:"";i:1;', []],
  ["nothing", "", []],
  ["something else", "a:0:{}", []],
])("names of copies are read: %s", (_, text, names) => {
  expect(readAttachmentSizes(text)).toEqual(names);
});

test("a long text of nonsense takes no time", () => {
  expect(readAttachmentSizes('"file";s:1:"'.repeat(100_000))).toEqual([]);
});
