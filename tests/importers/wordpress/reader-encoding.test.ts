import { expect, test } from "vitest";
import { item, itemsOf, readBytes, wxr } from "./read-bytes.ts";

const title = "Café – “Ōta” 春 🎏";
const latin = "Café “naïve” – 5 €";

function declared(encoding: string, text: string): string {
  return wxr(item(text)).replace(`encoding="UTF-8"`, `encoding="${encoding}"`);
}

/** As windows-1252 has them. */
function toWindows(text: string): Buffer {
  const codes: Readonly<Record<string, number>> = { "“": 0x93, "”": 0x94, "–": 0x96, "€": 0x80 };
  return Buffer.from([...text].map((char) => codes[char] ?? char.charCodeAt(0)));
}

const utf16 = Buffer.from(declared("UTF-16", title), "utf16le");
const cases: readonly (readonly [string, Buffer, string])[] = [
  ["UTF-8", Buffer.from(declared("UTF-8", title)), title],
  ["UTF-8 in small letters", Buffer.from(declared("utf8", title)), title],
  ["UTF-8 with a byte order mark", Buffer.from(`\uFEFF${declared("UTF-8", title)}`), title],
  ["nothing declared", Buffer.from(wxr(item(title)).replace(/<\?xml.*\?>/, "")), title],
  ["windows-1252", toWindows(declared("windows-1252", latin)), latin],
  ["ISO-8859-1, which all the world takes for windows-1252", toWindows(declared("ISO-8859-1", latin)), latin],
  ["ISO-8859-1 behind junk", toWindows(`\n<br />\n${declared("iso-8859-1", latin)}`), latin],
  ["UTF-16, little end first", Buffer.concat([Buffer.from([0xff, 0xfe]), utf16]), title],
  ["UTF-16, big end first", Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(utf16).swap16()]), title],
  ["UTF-16 without a mark", utf16, title],
  ["UTF-16, big, without a mark", Buffer.from(utf16).swap16(), title],
];

test.each(cases)("%s is decoded, in whatever pieces it comes", async (_, bytes, expected) => {
  for (const size of [65_536, 7, 1]) {
    const { parts } = await readBytes(bytes, size);
    expect(itemsOf(parts)[0]?.title).toBe(expected);
  }
});

test.each([
  ["ISO-8859-1", "names an encoding that the file is not in"],
  ["x-unheard-of", "names an encoding that the file is not in"],
  ["UTF-16", "names an encoding that the file is not in"],
])("UTF-8 that is declared as %s is read as what it is, and that is said", async (encoding, words) => {
  const { parts, repairs } = await readBytes(declared(encoding, title));
  expect(itemsOf(parts)[0]?.title).toBe(title);
  expect(repairs).toEqual([expect.objectContaining({ found: expect.stringContaining(words), line: 1 })]);
});

test.each([1, 3, 65_536])(
  "bytes that are no UTF-8 are replaced and counted, those of a real U+FFFD are not (chunks of %i)",
  async (size) => {
    const source = wxr(item("a\uFFFDb@c@@d"));
    const bytes = Buffer.from(source);
    for (let at = bytes.indexOf("@"); at >= 0; at = bytes.indexOf("@")) bytes[at] = 0xe9;
    const { parts, repairs } = await readBytes(bytes, size);
    expect(itemsOf(parts)[0]?.title).toBe("a\uFFFDb\uFFFDc\uFFFD\uFFFDd");
    expect(repairs).toEqual([
      expect.objectContaining({ line: 13, note: "3 in all, the first in line 13 of the file." }),
    ]);
  },
);

test("half a character of UTF-16 is removed and counted", async () => {
  const text = declared("UTF-16", "a@b").replace("@", "\uD83C");
  const bytes = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, "utf16le")]);
  const { parts, repairs } = await readBytes(bytes, 5);
  expect(itemsOf(parts)[0]?.title).toBe("ab");
  expect(repairs).toHaveLength(1);
});
