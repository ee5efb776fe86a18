type Signature = { readonly extension: string; readonly at: number; readonly bytes: string };

// The magic numbers of the formats that browsers show and that cannot hold a script: SVG is not among them.
const signatures: readonly Signature[] = [
  { extension: "png", at: 0, bytes: "\x89PNG\r\n\x1a\n" },
  { extension: "jpg", at: 0, bytes: "\xff\xd8\xff" },
  { extension: "gif", at: 0, bytes: "GIF87a" },
  { extension: "gif", at: 0, bytes: "GIF89a" },
  { extension: "webp", at: 8, bytes: "WEBP" },
  { extension: "avif", at: 4, bytes: "ftypavif" },
];

export const imageExtensions: readonly string[] = [...new Set(signatures.map(({ extension }) => extension))];

/** What a picture is by its first bytes, whatever its name or its host says. */
export function toImageExtension(content: Uint8Array): string | undefined {
  const head = Buffer.from(content.subarray(0, 16)).toString("latin1");
  return signatures.find(({ at, bytes }) => head.startsWith(bytes, at))?.extension;
}
