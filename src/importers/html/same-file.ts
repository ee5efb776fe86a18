import { decode } from "./job.ts";

/** Whether two addresses are those of one picture: WordPress puts the size of a copy behind its name. */
export function isSameFile(one: string, other: string): boolean {
  const [a, b] = [toFile(one), toFile(other)];
  if (a === undefined || b === undefined || a.path !== b.path) return false;
  return a.host === b.host || a.host === "" || b.host === "" || a.path.startsWith("/wp-content/uploads/");
}

type File = { readonly host: string; readonly path: string };

const longest = 2_000;

function toFile(address: string): File | undefined {
  if (address.length > longest) return undefined;
  // Jetpack's copies lie below the address of the original.
  const plain = address
    .trim()
    .replace(/[?#].*$/s, "")
    .replace(/^https?:/i, "")
    .replace(/^\/\/i\d\.wp\.com\//i, "//");
  const [, host = "", rest = plain] = /^\/\/(?:www\.)?([^/]*)(\/.*)$/is.exec(plain) ?? [];
  const path = decode(rest)
    .normalize("NFC")
    .replace(/^.*(?=\/wp-content\/uploads\/)/s, "")
    .replace(/-(?:scaled|rotated)(?=(?:-\d{1,5}x\d{1,5})?\.\w{1,9}$)/, "")
    .replace(/-\d{1,5}x\d{1,5}(?=\.\w{1,9}$)/, "");
  return /\.(?:jpe?g|png|gif|webp|avif|bmp|svg|tiff?|heic)$/i.test(path)
    ? { host: host.toLowerCase(), path }
    : undefined;
}
