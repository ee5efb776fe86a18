import { expect, test } from "vitest";
import { ImportError } from "../../../src/importers/import-error.ts";
import type { WxrItem } from "../../../src/importers/wordpress/wxr.ts";
import { createRandom } from "../../support/random.ts";
import { makeExport } from "../../support/make-export.ts";
import { item, itemsOf, readBytes, wxr } from "./read-bytes.ts";

async function faultOf(source: string | Uint8Array, chunkSize?: number): Promise<string> {
  const error: unknown = await readBytes(source, chunkSize).then(
    () => new Error("it was read"),
    (reason: unknown) => reason,
  );
  if (!(error instanceof ImportError)) throw error;
  expect(error.message).not.toContain("\n");
  return error.message;
}

const again = "Export the blog again (in WordPress: Tools > Export > All content)";
const login = `<!DOCTYPE html><html lang="en"><head><title>Log In &lsaquo; The Long Table</title></head><body class="login"><form action="wp-login.php"><input type="password"></form></body></html>`;

test.each<[string, string | Uint8Array, string]>([
  ["an empty file", " \n\n", `export.xml: this file is empty. ${again}.`],
  [
    "a log-in page",
    login,
    `export.xml: this is a log-in page ("Log In &lsaquo; The Long Table") saved as XML, not an export of WordPress: sign in first. ${again}.`,
  ],
  [
    "an error page",
    "<html><head><title>502 Bad\nGateway</title></head><body>nginx</body></html>",
    `export.xml: this is a web page ("502 Bad Gateway") saved as XML, not an export of WordPress. ${again}.`,
  ],
  [
    "a dump of the database",
    "-- MySQL dump 10.13\nCREATE TABLE `wp_posts` (\n);\nINSERT INTO `wp_posts` VALUES (1);",
    `export.xml: this is a dump of the database (SQL), not an export of WordPress. ${again}.`,
  ],
  ["JSON", `{"posts": []}`, `export.xml: this is JSON, not an export of WordPress. ${again}.`],
  [
    "an Atom feed",
    `<?xml version="1.0"?><feed xmlns="x"></feed>`,
    `export.xml: this is an Atom feed, not an export of WordPress. ${again}.`,
  ],
  [
    "a sitemap",
    `<?xml version="1.0"?><urlset></urlset>`,
    `export.xml: this is a sitemap, not an export of WordPress. ${again}.`,
  ],
  [
    "other XML",
    `<?xml version="1.0"?><!-- <rss> --><opml version="1"></opml>`,
    `export.xml: this is XML, but no export of WordPress: it has <opml> where <rss> should be. ${again}.`,
  ],
  ["a PDF", "%PDF-1.7 …", `export.xml: this is a PDF, not an export of WordPress. ${again}.`],
  [
    "bytes",
    Uint8Array.from({ length: 5000 }, (_, n) => (n * 7919) % 251),
    `export.xml: this is no text, so no export of WordPress. ${again}.`,
  ],
  ["prose", "Dear reader, this is a letter.", `export.xml: this is no XML, so no export of WordPress. ${again}.`],
  [
    "a message of PHP",
    "<br />\n<b>Fatal error</b>: Uncaught Error: no memory in /srv/x.php",
    `export.xml: this is no export of WordPress, but a message of PHP ("Fatal error: Uncaught Error: no memory in /srv/x.php"). ${again}.`,
  ],
  [
    "a feed",
    `<rss version="2.0"><channel><title>x</title>\n<generator>Wordless 3</generator>\n<item><title>y</title></item></channel></rss>`,
    `export.xml:3: this is RSS (made by Wordless 3), but no export of WordPress: it has no wp:wxr_version. ${again}.`,
  ],
  [
    "an empty feed",
    `<rss><channel></channel></rss>`,
    `export.xml:1: this is RSS, but no export of WordPress: it has no wp:wxr_version. ${again}.`,
  ],
  [
    "no channel",
    `<rss>\n</rss>`,
    `export.xml:2: this is RSS, but no export of WordPress: it has no wp:wxr_version. ${again}.`,
  ],
  [
    "a prologue alone",
    `<?xml version="1.0" encoding="UTF-8"?>\n<!-- This is a WordPress eXtended RSS file`,
    `export.xml: the export is cut off before its first element. ${again}.`,
  ],
  [
    "an end in the middle",
    wxr(`${item("One")}\n${item("Two")}`).slice(0, -70),
    `export.xml:19: the export is cut off here, at byte 638; the last whole item is 7, "One". ${again}, and see that the download is complete.`,
  ],
  [
    "an end before the first item",
    wxr("").slice(0, 350),
    expect.stringMatching(/^export\.xml:10: the export is cut off here, at byte 350; no item is whole\. /),
  ],
  [
    "an end with a word of PHP's",
    `${wxr(item("One")).split("</channel>")[0]}<item><title><br />\n<b>Fatal error</b>:  Allowed memory size of 134217728 bytes exhausted in <b>/srv/x.php</b>`,
    expect.stringContaining(
      `"One"; WordPress stopped with "Fatal error: Allowed memory size of 134217728 bytes exhausted in"`,
    ),
  ],
  [
    "tags that don't match",
    wxr(item("x", "<wp:post_name>y</wp:status>")),
    `export.xml:15: the XML is damaged here (unexpected close tag, within <item>); no item is whole. ${again}, or mend this place by hand.`,
  ],
  [
    "two exports in one file",
    `${wxr(item("x"))}${wxr(item("y"))}`,
    `export.xml:20: a second export begins here, in the same file. Cut the file in two before this line, and give both.`,
  ],
  [
    "elements without end",
    wxr("<item>".repeat(10_000)),
    expect.stringMatching(/^export\.xml:12: elements are nested too deeply here; no item is whole\. /),
  ],
])("%s is refused with one sentence", async (_, source, message) => {
  expect(await faultOf(source)).toEqual(message);
  expect(await faultOf(source, 1)).toEqual(message);
});

test("a title that is not public is in no message", async () => {
  for (const rest of [
    "<wp:status>private</wp:status>",
    "<wp:status>trash</wp:status>",
    "<wp:post_password>x</wp:post_password>",
  ]) {
    const message = await faultOf(wxr(item("Secret", rest)).slice(0, -12));
    expect(message).toMatch(/the last whole item is 7\. /);
  }
});

test("CDATA without an end is given up before it fills the memory", async () => {
  const source = wxr(item(`<![CDATA[${"a word and another\n".repeat(2_000_000)}`));
  expect(await faultOf(source)).toMatch(
    /^export\.xml:\d+: there is no end to this text \(the end of a CDATA section may be missing\)/,
  );
});

test("an export that is cut anywhere has a sentence with line, byte and the last whole item, and its whole items", async () => {
  const { xml } = makeExport({ posts: 25, comments: 60, seed: 4 });
  const bytes = Buffer.from(xml);
  const whole = itemsOf((await readBytes(bytes)).parts);
  for (let size = 1024; size < bytes.length; size += 1024) {
    const message = await faultOf(bytes.subarray(0, size));
    const isHead = size < bytes.indexOf("<channel>");
    expect(message).toMatch(
      isHead
        ? /cut off/
        : /^export\.xml:\d+: the export is cut off here, at byte \d+; (?:the last whole item is \d+|no item is whole)/,
    );
    if (isHead) continue;
    const line = bytes.subarray(0, size).toString().split("\n").length;
    const ends = bytes.subarray(0, size).toString().split("</item>").length - 1;
    const last = whole[ends - 1];
    expect(message).toContain(
      `export.xml:${line}: the export is cut off here, at byte ${size}; ${last ? `the last whole item is ${last.id}` : "no item is whole"}`,
    );
  }
});

test("chunks of one byte and of seven give the same parts and repairs as one chunk", async () => {
  const { xml } = makeExport({ posts: 8, comments: 20, seed: 9 });
  const wrong = "<title>a & b &nbsp;&foo; < c <d ]]> &#0; <?x?> <!-- -- --> \u0011</title><i:j/>";
  const source = xml.replaceAll("<item>", `<item>${wrong}`).replace(/salt/gi, "salt \u0011 ]]]] >");
  const expected = await readBytes(source, source.length * 4);
  expect(expected.repairs.length).toBeGreaterThan(6);
  expect(await readBytes(source, 1)).toEqual(expected);
  expect(await readBytes(source, 7)).toEqual(expected);
});

test("whatever byte is changed, an export is read or refused with a sentence, and nothing private becomes public", async () => {
  const { xml } = makeExport({ posts: 14, comments: 30, seed: 3 });
  const source = Buffer.from(xml);
  const before = new Map(itemsOf((await readBytes(source)).parts).map((one) => [one.id, one]));
  const random = createRandom(11);
  const leaks: string[] = [];
  let refused = 0;
  for (let round = 0; round < 300; round += 1) {
    const bytes = Buffer.from(source);
    for (let flips = 0; flips <= round % 4; flips += 1) {
      bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256);
    }
    const items = await readBytes(bytes).then(
      ({ parts }) => itemsOf(parts),
      (error: unknown) => {
        if (!(error instanceof ImportError)) throw error;
        refused += 1;
        return [];
      },
    );
    const isOpen = (one: WxrItem | undefined) => one?.status === "publish" && !one.hasPassword;
    leaks.push(
      ...items.flatMap((one) => (before.has(one.id) && !isOpen(before.get(one.id)) && isOpen(one) ? [one.id] : [])),
    );
  }
  expect(leaks).toEqual([]);
  expect(refused).toBeGreaterThan(10);
});

test("elements in another order, and elements that come twice, are read", async () => {
  const { xml } = makeExport({ posts: 6, comments: 10, seed: 5 });
  const expected = itemsOf((await readBytes(xml)).parts);
  const turned = xml.replace(/<item>\n([\s\S]*?)\n\t<\/item>/g, (_, body: string) => {
    const lines = body.split(/\n(?=\t\t<(?:wp:|category|title|link|dc:|guid|content:|excerpt:))/);
    return `<item>\n${[...lines, ...lines.filter((line) => !/wp:comment>|category|postmeta|guid/.test(line))].toReversed().join("\n")}\n\t</item>`;
  });
  const read = itemsOf((await readBytes(turned)).parts);
  const plain = ({ terms, metas, comments, ...rest }: WxrItem) => ({
    ...rest,
    line: 0,
    terms: terms.length,
    metas: metas.length,
    comments: comments.map(({ id }) => id).sort(),
  });
  expect(read.map(plain)).toEqual(expected.map(plain));
});
