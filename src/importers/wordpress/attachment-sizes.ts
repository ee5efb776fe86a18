/**
 * Names of the copies that WordPress made of a picture, and of the original behind a scaled one, out of
 * `_wp_attachment_metadata`. PHP's serialization says how long each text is in bytes, which is wrong after an export has
 * made `\n` of `\r\n` or was edited: a text ends at the `";` that is followed by what may follow.
 */
export function readAttachmentSizes(metadata: string): string[] {
  const names = new Set<string>();
  for (const match of metadata.matchAll(named)) {
    const name = (match[1] ?? "").split(/[\\/]/).at(-1) ?? "";
    if (isFileName(name)) names.add(name);
  }
  // The picture's own file stands before its sizes.
  const head = metadata.slice(0, Math.max(0, metadata.indexOf('"sizes"')));
  names.delete(/"file";s:\d{1,9}:"(?:[^"]*\/)?([^"/]+)";/.exec(head)?.[1] ?? "");
  return [...names];
}

const named = /"(?:file|original_image)";s:\d{1,9}:"([^"\0]{1,1000})";(?=[sia}]|$)/g;

function isFileName(name: string): boolean {
  return /^[^.].*\.\w{1,9}$/.test(name);
}
