import type { Rendered } from "../markdown/rendered.ts";
import { toAbsoluteAddress, toAbsoluteSrcset } from "./absolute-address.ts";
import { readTags } from "./html-tags.ts";
import type { Attribute, HtmlToken, OpenTag } from "./html-tags.ts";

const memo = new WeakMap<Rendered, { readonly url: string; readonly html: string }>();

/** A post's content for feeds, made once however many feeds carry the post. */
export function feedHtmlOf(rendered: Rendered, url: string): string {
  const known = memo.get(rendered);
  if (known?.url === url) return known.html;
  const html = toFeedHtml(rendered.html, url);
  memo.set(rendered, { url, html });
  return html;
}

/**
 * The HTML of a page as it can stand anywhere: addresses are absolute, and what needs the page's styles or script is
 * gone. `url` is the page's absolute address.
 */
export function toFeedHtml(html: string, url: string): string {
  let result = "";
  let skipped: Skipped | undefined;
  const unwrapped = createUnwrapping();
  for (const token of readTags(html)) {
    if (skipped) {
      skipped = toSkipped(skipped, token);
      continue;
    }
    const substitute = toSubstitute(token);
    skipped = beginSkip(token, substitute);
    result += skipped ? (substitute ?? "") : toFeedToken(token, url, unwrapped);
  }
  return result.trim();
}

/** A removed element and how many of its name are open. */
type Skipped = { readonly name: string; readonly depth: number };

/** Elements that do nothing, or harm, without the page around them. */
const removed = new Set(["button", "dialog", "form", "noscript", "script", "select", "style", "template", "textarea"]);

function beginSkip(token: HtmlToken, substitute: string | undefined): Skipped | undefined {
  if (token.kind !== "open") return undefined;
  const isAnchor = token.name === "a" && hasClass(token, "anchor");
  const isRemoved = removed.has(token.name) || isAnchor || substitute !== undefined;
  return isRemoved ? { name: token.name, depth: 1 } : undefined;
}

/** Readers drop MathML and, like pages without our styles, know nothing of a diagram: what it says stands in its place. */
function toSubstitute(token: HtmlToken): string | undefined {
  if (token.kind !== "open") return undefined;
  const valueOf = (name: string) => token.attributes.find((it) => it.name === name)?.value;
  const tex = token.name === "math" ? valueOf("alttext") : undefined;
  if (tex !== undefined) return `<code>${tex}</code>`;
  const description = token.name === "svg" && hasClass(token, "drawing") ? valueOf("aria-label") : undefined;
  return description === undefined ? undefined : `<p>${description}</p>`;
}

function hasClass({ attributes }: OpenTag, name: string): boolean {
  return attributes.some((it) => it.name === "class" && it.value?.split(/\s+/).includes(name));
}

function toSkipped(skipped: Skipped, token: HtmlToken): Skipped | undefined {
  if (token.kind === "text" || token.name !== skipped.name) return skipped;
  const depth = skipped.depth + (token.kind === "open" ? 1 : -1);
  return depth > 0 ? { ...skipped, depth } : undefined;
}

/** Says of every open element of a name whether its tags are left out. */
type Unwrapping = ReadonlyMap<string, boolean[]>;

function createUnwrapping(): Unwrapping {
  return new Map([
    ["a", []],
    ["picture", []],
    ["div", []],
    ["label", []],
    ["span", []],
  ]);
}

function toFeedToken(token: HtmlToken, url: string, unwrapped: Unwrapping): string {
  if (token.kind === "text") return token.raw;
  if (token.kind === "close") return unwrapped.get(token.name)?.pop() ? "" : token.raw;
  if (token.name === "input") return toMark(token.attributes);
  if (isPictureSource(token)) return "";
  const attributes = token.attributes.filter((it) => isKept(token.name, it.name));
  const isLeftOut = isWrapper(token, attributes);
  unwrapped.get(token.name)?.push(isLeftOut);
  return isLeftOut ? "" : toOpenTag(token, attributes, url);
}

/** Readers choose no formats: of a `<picture>` its `<img>` is left. Videos have sources too, of another kind. */
function isPictureSource({ name, attributes }: OpenTag): boolean {
  return name === "source" && attributes.some((it) => it.name === "srcset");
}

/**
 * What stood there for styles and scripts only: colours of code, boxes around headings and tables, labels of removed
 * fields, links from pictures to themselves.
 */
function isWrapper(token: OpenTag, kept: readonly Attribute[]): boolean {
  if (token.name === "picture" || (token.name === "a" && hasClass(token, "zoom"))) return true;
  if (token.name === "div") return hasClass(token, "heading") || hasClass(token, "table");
  return token.name === "label" || (token.name === "span" && kept.length === 0);
}

/** A task list says by its box what is done; readers show no form fields. */
function toMark(attributes: readonly Attribute[]): string {
  const has = (name: string, value?: string) =>
    attributes.some((it) => it.name === name && (value === undefined || it.value === value));
  if (!has("type", "checkbox")) return "";
  return has("checked") ? "☑" : "☐";
}

/** Ids of footnotes stay, because readers show notes in place; those of headings would clash with other entries'. */
function isKept(element: string, attribute: string): boolean {
  if (attribute === "id") return !/^h[1-6]$/.test(element);
  return !/^(?:class|style|tabindex|data-.*|on.*|loading|decoding|fetchpriority)$/.test(attribute);
}

function toOpenTag(token: OpenTag, attributes: readonly Attribute[], url: string): string {
  const written = attributes.map((it) => ` ${it.name}${toValue(it, url)}`).join("");
  return `<${token.name}${written}${token.raw.endsWith("/>") ? " />" : ">"}`;
}

const addressed = new Set(["href", "src", "poster", "cite"]);

function toValue({ name, value }: Attribute, url: string): string {
  if (value === undefined) return "";
  if (addressed.has(name)) return quote(toAbsoluteAddress(value, url));
  return quote(name === "srcset" ? toAbsoluteSrcset(value, url) : value);
}

function quote(value: string): string {
  return `="${value.replaceAll('"', "&quot;")}"`;
}
