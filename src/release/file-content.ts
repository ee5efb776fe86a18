import { createHash } from "node:crypto";

/** Git's own test: text has no zero byte near its beginning. */
export function isText(content: Uint8Array): boolean {
  return !content.subarray(0, 8000).includes(0);
}

/** With the line ends of the repository: a checkout on Windows is no change. */
function withoutCarriageReturns(content: Uint8Array): Uint8Array {
  if (!isText(content) || !content.includes(0x0d)) return content;
  // One byte, one character: nothing is lost where the text is not UTF-8.
  return Buffer.from(Buffer.from(content).toString("latin1").replaceAll("\r\n", "\n"), "latin1");
}

/** Whether two files say the same, whatever their line ends. */
export function isSameContent(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(withoutCarriageReturns(a), withoutCarriageReturns(b)) === 0;
}

/** SHA-256 of a file, whatever its line ends. */
export function toContentHash(content: Uint8Array): string {
  return createHash("sha256").update(withoutCarriageReturns(content)).digest("hex");
}

/** The names that git has for a file: as it lies there, and with the line ends of a repository. */
export function toBlobIds(content: Uint8Array): readonly string[] {
  const plain = withoutCarriageReturns(content);
  return plain === content ? [toBlobId(content)] : [toBlobId(content), toBlobId(plain)];
}

function toBlobId(content: Uint8Array): string {
  return createHash("sha1").update(`blob ${content.length}\0`).update(content).digest("hex");
}
