import { escapeHtml } from "../../lib/safe-html.ts";
import { editHtml, type Embedded } from "./edit-html.ts";

/** Addresses of the pictures in a comment that could be stored beside it. */
export function findImages(html: string): string[] {
  const found: string[] = [];
  editHtml(html, ({ kind, src }) => {
    if (kind === "image" && /^https?:\/\//i.test(src)) found.push(src);
    return "";
  });
  return found;
}

/** GitHub's HTML with its pictures replaced by ours, or by a link where we have none. */
export function localizeHtml(html: string, stored: (src: string) => string | undefined): string {
  return editHtml(html, (embedded) => {
    const path = embedded.kind === "image" ? stored(embedded.src) : undefined;
    return path === undefined ? toLink(embedded) : toImage(embedded, path);
  });
}

function toImage({ alt, width, height }: Embedded, path: string): string {
  const size = Object.entries({ width, height }).map(([name, value]) =>
    value ? ` ${name}="${escapeHtml(value)}"` : "",
  );
  return `<img src="${path}" alt="${escapeHtml(alt)}"${size.join("")}>`;
}

function toLink({ kind, src, original, alt, isLinked }: Embedded): string {
  const words = escapeHtml(alt === "" ? kind : alt);
  const address = toLastingUrl(original ?? src);
  if (isLinked || !/^https?:\/\//i.test(address)) return words;
  return `<a href="${escapeHtml(address)}">${words}</a>`;
}

const privateUpload =
  /^https:\/\/private-user-images\.githubusercontent\.com\/[^?#]*-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/i;

/** An upload's address is good for five minutes; what it is the address of stays (facts/giscus.md, bodyHTML traps). */
export function toLastingUrl(url: string): string {
  const id = privateUpload.exec(url)?.[1];
  return id === undefined ? url : `https://github.com/user-attachments/assets/${id}`;
}
