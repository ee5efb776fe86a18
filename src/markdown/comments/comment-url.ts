import { isClean } from "./comment-text.ts";

const safeUrl = /^https?:\/\/[a-z0-9_.-]+(?::\d{1,5})?(?:[/?#][\w!#$%&'()*+,./:;=?@[\]~-]*)?$/;
const safeMail = /^mailto:[\w.!#$%'*+=~-]+@[\w.-]+$/;
/** Relative to `comments/`; encoded bytes are those of other scripts, never of a dot or a slash. */
const mediaPath = /^media(?:\/(?:[\w-]|%[89A-F][0-9A-F]|%20)(?:[\w.-]|%[89A-F][0-9A-F]|%20)*)+$/;

const maxUrlLength = 4096;

/** An upload's address that is good for five minutes, and in it the name of the lasting one. */
const privateUpload = /^https:\/\/private-user-images\.githubusercontent\.com\//;
const uploadId = /-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.\w+(?:\?|$)/;

/** Where a link of a comment leads, in the one form that is stored; undefined where it may not lead. */
export function toCommentLink(value: string): string | undefined {
  return isSafe(value) ? value : toSafe(normalize(value));
}

/** The same for a picture, which may also be a file in `comments/media/`. */
export function toCommentImage(value: string): string | undefined {
  if (mediaPath.test(value)) return isClean(value) ? value : undefined;
  const path = encodePath(value.trim().replace(/^\/?comments\//, ""));
  if (path !== undefined && mediaPath.test(path)) return path;
  const url = toCommentLink(value);
  return url?.startsWith("mailto:") ? undefined : url;
}

function isSafe(url: string): boolean {
  if (url.length > maxUrlLength || !isClean(url) || privateUpload.test(url)) return false;
  return safeUrl.test(url) || safeMail.test(url);
}

function toSafe(url: string | undefined): string | undefined {
  return url !== undefined && isSafe(url) ? url : undefined;
}

/** As browsers read it: control characters and spaces around, tabs and line breaks within, case and dots. */
function normalize(value: string): string | undefined {
  const text = value.replace(/^[\0-\x20]+|[\0-\x20]+$/g, "").replace(/[\t\n\r]/g, "");
  if (text.length > maxUrlLength || !/^(?:https?|mailto):/i.test(text) || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  if (url.protocol === "mailto:") return `mailto:${url.pathname}`;
  // A name before the host makes one site look like another.
  if (url.username !== "" || url.password !== "") return undefined;
  const href = url.href.replace(/[\\^`{|}]/g, encodeURIComponent);
  if (!privateUpload.test(href)) return href;
  const [, id] = uploadId.exec(href) ?? [];
  return id && `https://github.com/user-attachments/assets/${id}`;
}

function encodePath(path: string): string | undefined {
  if (!path.startsWith("media/") || path.length > maxUrlLength || !isClean(path)) return undefined;
  return encodeURI(path).replace(/%25(?=[89A-F][0-9A-F]|20)/g, "%");
}
