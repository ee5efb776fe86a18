import { isUtf8 } from "node:buffer";
import { countOf } from "./count-of.ts";
import { findEncoding, wholeLength, type Encoding } from "./find-encoding.ts";
import type { RepairLog } from "./repair-log.ts";

/** As much as is looked at to find the encoding. */
const headSize = 262_144;

type Decoder = { readonly write: (bytes: Uint8Array) => string; readonly end: () => string };

/** The text of an export, piece by piece: without byte order mark, and never cut within a character. */
export async function* decodeXml(chunks: AsyncIterable<Uint8Array>, log: RepairLog): AsyncGenerator<string> {
  let decoder: Decoder | undefined;
  let head: Uint8Array[] = [];
  let size = 0;
  const begin = (): string => {
    const bytes = Buffer.concat(head);
    head = [];
    const encoding = findEncoding(bytes);
    if (encoding.isDeclaredWrong) log.add("wrong-encoding", () => 1);
    decoder = createDecoder(encoding, log);
    return decoder.write(bytes.subarray(encoding.mark));
  };
  for await (const chunk of chunks) {
    if (decoder) {
      yield decoder.write(chunk);
      continue;
    }
    head.push(chunk);
    size += chunk.length;
    if (size >= headSize) yield begin();
  }
  if (!decoder) yield begin();
  yield decoder?.end() ?? "";
}

function createDecoder({ name }: Encoding, log: RepairLog): Decoder {
  const count = countReplaced(log);
  if (name === "utf-8") return holdingBack(wholeLength, (bytes) => count(bytes.toString("utf8"), bytes));
  if (name === "utf-16le") return holdingBack(wholePairs, (bytes) => bytes.toString("utf16le"));
  if (name === "utf-16be") {
    return holdingBack(
      (bytes) => wholePairs(swap(bytes)),
      (bytes) => swap(bytes).toString("utf16le"),
    );
  }
  const decoder = new TextDecoder(name);
  return {
    write: (bytes) => count(decoder.decode(bytes, { stream: true })),
    end: () => count(decoder.decode()),
  };
}

/** Decodes whole characters only and keeps the rest for the next piece. */
function holdingBack(wholeOf: (bytes: Buffer) => number, decode: (bytes: Buffer) => string): Decoder {
  let rest: Buffer = Buffer.alloc(0);
  return {
    write: (chunk) => {
      const bytes = rest.length > 0 ? Buffer.concat([rest, chunk]) : toBuffer(chunk);
      const whole = wholeOf(bytes);
      rest = Buffer.from(bytes.subarray(whole));
      return decode(bytes.subarray(0, whole));
    },
    end: () => decode(rest),
  };
}

function toBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** An odd byte at the end is left out. */
function swap(bytes: Buffer): Buffer {
  return Buffer.from(bytes.subarray(0, bytes.length & ~1)).swap16();
}

function wholePairs(bytes: Buffer): number {
  const even = bytes.length & ~1;
  const last = even >= 2 ? bytes.readUInt16LE(even - 2) : 0;
  return last >= 0xd800 && last <= 0xdbff ? even - 2 : even;
}

const replacement = "\uFFFD";

/** Tells what the decoder has replaced from what stands in the file as U+FFFD. */
function countReplaced(log: RepairLog): (text: string, bytes?: Buffer) => string {
  let lines = 1;
  return (text, bytes) => {
    if (bytes === undefined ? text.includes(replacement) : !isUtf8(bytes)) {
      const invalid = bytes === undefined ? text : withoutOwn(bytes);
      const times = countOf(invalid, replacement);
      const line = lines;
      const first = () => line + countOf(invalid.slice(0, invalid.indexOf(replacement)), "\n");
      if (times > 0) log.add("invalid-bytes", first, times);
    }
    lines += countOf(text, "\n");
    return text;
  };
}

/** The same text with another character for each U+FFFD that the file really has. */
function withoutOwn(bytes: Buffer): string {
  const own = Buffer.from(replacement);
  const copy = Buffer.from(bytes);
  for (let at = copy.indexOf(own); at >= 0; at = copy.indexOf(own, at + 3)) copy.write("\uE000", at);
  return copy.toString("utf8");
}
