/**
 * Copies what is to be kept, and keeps equal texts once. A piece of a larger text holds on to the whole of it, so that
 * a few titles would keep all of an export in memory.
 */
export function createKeeper(): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    if (text === "") return "";
    const own = known.get(text) ?? copy(text);
    // Long texts are hardly ever alike.
    if (own.length <= 100 && known.size < 200_000) known.set(own, own);
    return own;
  };
}

/** Latin text takes one byte a letter, all else two. */
function copy(text: string): string {
  const encoding = /^[\0-\u00FF]*$/.test(text) ? "latin1" : "utf16le";
  return Buffer.from(text, encoding).toString(encoding);
}
