import { isUtf8 } from "node:buffer";

export type Encoding = {
  /** `utf-8`, `utf-16le`, `utf-16be`, or what `TextDecoder` calls it. */
  readonly name: string;
  /** Bytes of the byte order mark. */
  readonly mark: number;
  /** Whether the XML declaration says something else. */
  readonly isDeclaredWrong: boolean;
};

const marks = [
  { name: "utf-8", bytes: [0xef, 0xbb, 0xbf] },
  { name: "utf-16le", bytes: [0xff, 0xfe] },
  { name: "utf-16be", bytes: [0xfe, 0xff] },
] as const;

/**
 * The encoding of an export by its beginning: by its byte order mark, else as it declares. WordPress declares the blog's
 * charset and prints what the database gives it, which may well be UTF-8 all the same.
 */
export function findEncoding(head: Uint8Array): Encoding {
  const mark = marks.find(({ bytes }) => bytes.every((byte, index) => head[index] === byte));
  if (mark) return { name: mark.name, mark: mark.bytes.length, isDeclaredWrong: false };
  const wide = findWide(head);
  if (wide) return { name: wide, mark: 0, isDeclaredWrong: false };
  const declared = findDeclared(head);
  if (declared === undefined || /^(?:utf-?8|(?:us-)?ascii)$/i.test(declared)) return asUtf8(false);
  const name = toKnownName(declared);
  if (name === undefined || name.startsWith("utf-16") || hasUtf8(head)) return asUtf8(true);
  return { name, mark: 0, isDeclaredWrong: false };
}

function asUtf8(isDeclaredWrong: boolean): Encoding {
  return { name: "utf-8", mark: 0, isDeclaredWrong };
}

/** UTF-16 without a mark: every second byte of the ASCII at the beginning is zero. */
function findWide(head: Uint8Array): string | undefined {
  if (head[0] === 0x3c && head[1] === 0 && head[3] === 0) return "utf-16le";
  return head[0] === 0 && head[1] === 0x3c && head[2] === 0 ? "utf-16be" : undefined;
}

/** Junk may stand before the declaration. */
function findDeclared(head: Uint8Array): string | undefined {
  const text = Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, 65_536)).toString("latin1");
  return /<\?xml\s[^>]{0,200}?encoding\s{0,9}=\s{0,9}["']([\w.:-]{1,40})["']/.exec(text)?.[1];
}

function toKnownName(label: string): string | undefined {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return undefined;
  }
}

// What is valid UTF-8 beyond ASCII by chance makes no sense in any other encoding.
function hasUtf8(head: Uint8Array): boolean {
  const whole = head.subarray(0, wholeLength(head));
  return whole.some((byte) => byte >= 0x80) && isUtf8(whole);
}

/** Length without a character that is cut off at the end. */
export function wholeLength(bytes: Uint8Array): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return bytes.length;
    if (byte >= 0xc0) return lengthOf(byte) > back ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}

function lengthOf(lead: number): number {
  if (lead >= 0xf0) return 4;
  return lead >= 0xe0 ? 3 : 2;
}
