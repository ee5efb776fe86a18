import type { Element } from "hast";
import { attributeOf, childrenOf, isElement } from "./hast.ts";

/** The page of what an `<iframe>`, `<object>` or `<embed>` shows, for people to go to; undefined where there is none. */
export function embedAddress(element: Element): string | undefined {
  const source = embedSource(element);
  return source === undefined ? undefined : toPage(source);
}

/** Its own address, whole. */
export function embedSource(element: Element): string | undefined {
  const written = findSource(element)?.trim();
  if (!written) return undefined;
  const address = written.startsWith("//") ? `https:${written}` : written;
  if (/^https?:\/\/[^\s/]/i.test(address)) return address.replace(/[\s<>]/g, encodeURIComponent);
  return element.tagName !== "iframe" && /^\/?[\w.][^:\s<>]*$/.test(address) ? address : undefined;
}

function findSource(element: Element): string | undefined {
  switch (element.tagName) {
    case "iframe":
    case "embed":
      return attributeOf(element, "src") || attributeOf(element, "dataSrc") || attributeOf(element, "dataLazySrc");
    case "object":
      return attributeOf(element, "data") || findParam(element) || findEmbed(element);
    default:
      return undefined;
  }
}

function findParam(object: Element): string | undefined {
  for (const child of childrenOf(object)) {
    if (!isElement(child, "param") || !/^(?:movie|src|url)$/i.test(attributeOf(child, "name") ?? "")) continue;
    const value = attributeOf(child, "value");
    if (value) return value;
  }
  return undefined;
}

function findEmbed(object: Element): string | undefined {
  for (const child of childrenOf(object)) {
    if (isElement(child) && /^(?:embed|object|iframe)$/.test(child.tagName)) return findSource(child);
  }
  return undefined;
}

const pages: readonly (readonly [frame: RegExp, toPage: (id: string) => string])[] = [
  [
    /^https?:\/\/(?:www\.)?youtube(?:-nocookie)?\.com\/(?:v|embed)\/([\w-]{6,20})(?![\w-])/i,
    (id) => `https://www.youtube.com/watch?v=${id}`,
  ],
  [/^https?:\/\/player\.vimeo\.com\/video\/(\d+)/i, (id) => `https://vimeo.com/${id}`],
  [
    /^https?:\/\/(?:www\.)?dailymotion\.com\/(?:embed|swf)\/video\/(\w+)/i,
    (id) => `https://www.dailymotion.com/video/${id}`,
  ],
];

function toPage(source: string): string {
  for (const [frame, toAddress] of pages) {
    const [, id] = frame.exec(source) ?? [];
    if (id !== undefined && id !== "videoseries") return toAddress(id);
  }
  return source;
}
