import { createHash } from "node:crypto";

/** One path segment: letters, marks, numbers and `_` of every script, joined by single `-`. */
export type Slug = string & { readonly __brand: "Slug" };

const separators = /[^\p{L}\p{M}\p{N}_]+/gu;

// A disk takes names of 255 bytes; what is added in front of or behind a slug must fit too.
const longest = 200;

/**
 * NFC and lower case; every script is kept, everything else becomes one `-`.
 * Never empty: text without a letter or number (`++`, `🎉`) is named by its code points.
 * Never too long for a disk: the end of a very long one is replaced by a hash of the whole.
 */
export function toSlug(text: string): Slug {
  const slug = text.normalize("NFC").toLowerCase().normalize("NFC").replace(separators, "-").replace(/^-|-$/g, "");
  return shorten(/[\p{L}\p{N}_]/u.test(slug) ? slug : codePoints(text), longest) as Slug;
}

/** A slug that keeps symbols apart by naming them, for terms such as `C++` and `C#` that would both be `c`. */
export function toSpelledSlug(text: string): Slug {
  const spelled = [...text.normalize("NFC")].map((char) => {
    if (/[\p{L}\p{M}\p{N}_\s-]/u.test(char)) return char;
    return `-${symbolNames[char] ?? codePoints(char)}-`;
  });
  return toSlug(spelled.join(""));
}

const symbolNames: Readonly<Record<string, string>> = {
  "+": "plus",
  "#": "sharp",
  "&": "and",
  "@": "at",
  ".": "dot",
  "*": "star",
  "!": "bang",
  "?": "question",
  "%": "percent",
  "/": "slash",
};

/** Text of at most `bytes` bytes: what is cut off is replaced by a hash, so that two long names stay two. */
export function shorten(text: string, bytes: number): string {
  // No character of UTF-16 takes more than three bytes.
  if (text.length * 3 <= bytes || Buffer.byteLength(text) <= bytes) return text;
  const hash = createHash("sha256").update(text).digest("hex").slice(0, 10);
  const kept = Buffer.from(text)
    .subarray(0, bytes - hash.length - 1)
    .toString()
    .replace(/\uFFFD+$/, "");
  return `${kept.replace(/[\p{M}-]+$/u, "")}-${hash}`;
}

function codePoints(text: string): string {
  const points = [...text.trim()].map((char) => `u${char.codePointAt(0)?.toString(16)}`);
  return points.join("-") || "empty";
}
