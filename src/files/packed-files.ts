/** Files by their path, with `/`. */
export type Files = ReadonlyMap<string, Uint8Array>;

/** Several files as one: a line of JSON with paths and lengths, then the contents. */
export function packFiles(files: Files): Uint8Array {
  const index = JSON.stringify([...files].map(([path, content]) => [path, content.length]));
  return Buffer.concat([Buffer.from(`${index}\n`), ...files.values()]);
}

/** The inverse; undefined when it is nothing of ours. */
export function unpackFiles(packed: Uint8Array): Files | undefined {
  const end = packed.indexOf(0x0a);
  const index = readIndex(packed.subarray(0, Math.max(0, end)));
  if (!index) return undefined;
  const files = new Map<string, Uint8Array>();
  let position = end + 1;
  for (const [path, length] of index) {
    files.set(path, packed.subarray(position, position + length));
    position += length;
  }
  return position === packed.length ? files : undefined;
}

function readIndex(line: Uint8Array): [string, number][] | undefined {
  try {
    const entries: unknown = JSON.parse(Buffer.from(line).toString("utf8"));
    return Array.isArray(entries) && entries.every(isEntry) ? entries : undefined;
  } catch {
    return undefined;
  }
}

function isEntry(value: unknown): value is [string, number] {
  return Array.isArray(value) && typeof value[0] === "string" && Number.isSafeInteger(value[1]);
}
