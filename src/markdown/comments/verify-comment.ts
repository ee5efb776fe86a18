import { isCanonicalAttributeText } from "./comment-attributes.ts";
import {
  commentTags,
  fitsBelow,
  isBlank,
  isBlock,
  isTextBlock,
  maxLength,
  parentsOf,
  unnestable,
  voidTags,
  wrapperIn,
} from "./comment-tags.ts";
import { isClean } from "./comment-text.ts";

/**
 * Whether `sanitizeComment` would leave the text as it is, found in one pass and without a tree: what was sanitized
 * once need not be parsed again at every build. In doubt it says no.
 */
export function isCanonicalComment(html: string): boolean {
  if (html.length >= maxLength || !isClean(html) || wrongEntity.test(html)) return false;
  const open: string[] = [];
  let level = 3;
  let position = 0;
  for (;;) {
    const start = html.indexOf("<", position);
    const end = html.indexOf(">", position);
    if (start < 0) return end < 0 && open.length === 0 && isText(html.slice(position), open);
    if (end < start || !isText(html.slice(position, start), open)) return false;
    const tag = html.slice(start + 1, end);
    position = end + 1;
    if (tag.startsWith("/")) {
      if (open.pop() !== tag.slice(1)) return false;
      continue;
    }
    const name = nameOf(tag);
    if (!commentTags.has(name) || !mayStart(name, open)) return false;
    if (!isBare(name, tag) && !isCanonicalAttributeText(name, tag.slice(name.length))) return false;
    if (voidTags.has(name)) continue;
    if (name === "pre" && html[position] === "\n") return false;
    if (name === "h4" || name === "h5" || name === "h6") {
      const next = Number(name[1]);
      if (next > level + 1) return false;
      level = next;
    }
    open.push(name);
  }
}

/** Ours are four; the fourth stands in attributes alone. */
const wrongEntity = /&(?!(?:amp|lt|gt|quot);)/;

function isText(text: string, open: readonly string[]): boolean {
  if (text === "") return true;
  if (text.includes("&quot;")) return false;
  return isBlank(text) || !wrapperIn.has(open.at(-1) ?? "");
}

/** Most tags: GitHub writes `dir="auto"` on every paragraph. */
function isBare(name: string, tag: string): boolean {
  if (name === "a" || name === "img") return false;
  return tag === name || tag === 'p dir="auto"';
}

function nameOf(tag: string): string {
  const space = tag.indexOf(" ");
  return space < 0 ? tag : tag.slice(0, space);
}

function mayStart(name: string, open: readonly string[]): boolean {
  const parent = open.at(-1) ?? "";
  const parents = parentsOf.get(name);
  if (parents ? !parents.includes(parent) : wrapperIn.has(parent)) return false;
  if (isBlock(name) && open.some(isTextBlock)) return false;
  if (unnestable.has(name) && open.includes(name)) return false;
  return voidTags.has(name) || fitsBelow(open.length, name);
}
