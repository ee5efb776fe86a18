import { decodePath } from "../lib/permalink.ts";
import { asSafeHtml, escapeHtml, type SafeHtml } from "../lib/safe-html.ts";
import { isCommentPath } from "./thread-schema.ts";

/** An address as the page writes it, and pixels where they are known. */
export type CommentImage = { readonly src: string; readonly width?: number; readonly height?: number };

/** Undefined: it may not be shown. */
export type ResolveCommentImage = (src: string) => CommentImage | undefined;

/** Any tag in the form in which a sanitizer writes it: what looks like a tag inside of an attribute is passed with it. */
const tag = /<(\/?[a-z][a-z0-9]*)((?:\s+[^\s"'<>/=]+(?:="[^"]*")?)*)\s*\/?>/g;

/**
 * Sanitized HTML with the addresses of its images as the page needs them. What may not be shown becomes a link to it;
 * in a link, which may hold no other, and for a file that is not there, only the words that stand for it are left.
 */
export function toCommentBody(html: SafeHtml, resolve: ResolveCommentImage): SafeHtml {
  if (!html.includes("<img")) return html;
  let links = 0;
  const body = html.replace(tag, (whole, name: string, attributes: string) => {
    if (name === "img") return toImage(attributes, resolve, links > 0);
    if (name === "a") links++;
    if (name === "/a") links--;
    return whole;
  });
  return asSafeHtml(body);
}

/** The path below `comments/` that an address means; undefined when it leads elsewhere. */
export function toMediaPath(src: string): string | undefined {
  const path = decodePath(src.replace(/[?#].*$/, "").replace(/^(?:\.\/)+/, ""));
  return isCommentPath(path) ? path : undefined;
}

function toImage(attributes: string, resolve: ResolveCommentImage, isLinked: boolean): string {
  const src = decode(valueOf(attributes, "src")).trim();
  const alt = escapeHtml(decode(valueOf(attributes, "alt")));
  const image = resolve(src);
  if (image) {
    const own = attributes.replace(/\ssrc="[^"]*"/, () => ` src="${escapeHtml(image.src)}"`);
    const isSized = /\s(?:width|height)="/.test(own) || !image.width || !image.height;
    return `<img${own}${isSized ? "" : ` width="${image.width}" height="${image.height}"`} loading="lazy">`;
  }
  const address = src.startsWith("//") ? `https:${src}` : src;
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return alt;
  const words = alt || escapeHtml(new URL(address).host);
  return isLinked ? words : `<a href="${escapeHtml(address)}" rel="nofollow ugc noopener">${words}</a>`;
}

/** As written, escaped. */
function valueOf(attributes: string, name: string): string {
  const [, value = ""] = new RegExp(`\\s${name}="([^"]*)"`).exec(attributes) ?? [];
  return value;
}

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'", "#x27": "'" };

function decode(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|#39|#x27);/g, (whole, name: string) => entities[name] ?? whole);
}
