import type { ContentJob } from "../content-job.ts";
import { toEmbedLink } from "../embed-link.ts";
import { toAttribute } from "../escape.ts";
import { bodyOf, type Converted, type Shortcode, toRules } from "./shortcode.ts";

/** What the number or name of something leads to; undefined for what is none. */
type ToAddress = (id: string) => string | undefined;

const idOf =
  (pattern: RegExp, toAddress: (id: string) => string): ToAddress =>
  (value) =>
    pattern.test(value) ? toAddress(value) : undefined;

const onlyAddress: ToAddress = () => undefined;

/** Shortcodes that show something of another site: by its address, or by an id of which that can be made. */
const services: readonly (readonly [names: string, toAddress: ToAddress])[] = [
  ["youtube yt youtube_sc youtube_video", idOf(/^[\w-]{11}$/, (id) => `https://www.youtube.com/watch?v=${id}`)],
  ["vimeo", idOf(/^\d+$/, (id) => `https://vimeo.com/${id}`)],
  ["dailymotion", idOf(/^\w{5,10}$/, (id) => `https://www.dailymotion.com/video/${id}`)],
  ["wpvideo videopress", idOf(/^\w{8}$/, (id) => `https://videopress.com/v/${id}`)],
  ["gist gist-it", idOf(/^(?:[\w-]+\/)?[\da-f]+(?:#[\w.-]+)?$/i, (id) => `https://gist.github.com/${id}`)],
  ["twitter tweet twitter-embed", idOf(/^\d{5,}$/, (id) => `https://twitter.com/i/status/${id}`)],
  ["instagram", idOf(/^[\w-]{9,14}$/, (id) => `https://www.instagram.com/p/${id}/`)],
  ["spotify", idOf(/^spotify:\w+:\w+$/, (id) => `https://open.spotify.com/${id.slice(8).replace(":", "/")}`)],
  ["ted", idOf(/^\w+$/, (id) => `https://www.ted.com/talks/${id}`)],
  ["scribd", idOf(/^\d+$/, (id) => `https://www.scribd.com/document/${id}`)],
  ["archiveorg", idOf(/^[\w.-]+$/, (id) => `https://archive.org/details/${id}`)],
  ["polldaddy crowdsignal", idOf(/^\d+$/, (id) => `https://poll.fm/${id}`)],
  ["codepen", idOf(/^\w+\/pen\/\w+$/, (id) => `https://codepen.io/${id}`)],
  ["embed", onlyAddress],
  [
    "soundcloud mixcloud bandcamp facebook tiktok reddit pinterest kickstarter hulu vine flickr flickr_video",
    onlyAddress,
  ],
  [
    "googlevideo googleapps cartodb medium pdf pdf-embedder pdfviewer pdfjs-viewer gview gdoc embeddoc embedpress",
    onlyAddress,
  ],
];

export const embedRules = [
  ...services.flatMap(([names, toAddress]) =>
    toRules(names, { body: "optional", convert: (shortcode, job) => toEmbed(shortcode, job, toAddress) }),
  ),
  ...toRules("googlemaps googlemap iframe", { body: "optional", convert: toFrame }),
  ...toRules("slideshare", { body: "none", convert: toSlides }),
];

const idNames = "id poll video v key clip_id".split(" ");

function toEmbed(shortcode: Shortcode, job: ContentJob, toAddress: ToAddress): Converted | undefined {
  const url = findAddress(shortcode, job) ?? findId(shortcode, job, toAddress);
  return url === undefined ? undefined : { as: "block", html: toEmbedLink(url, job.lineOf(shortcode.start)) };
}

/** The first address that is anywhere in it. */
function findAddress(shortcode: Shortcode, job: ContentJob): string | undefined {
  const { named, values, rest } = shortcode;
  const body = bodyOf(shortcode, job).replace(/<[^<>]{0,2000}>/g, " ");
  const first = ["url", "src", "href", "file", "link"].flatMap((name) => named.get(name) ?? []);
  for (const text of [...first, ...values, rest, ...named.values(), body]) {
    const address = /(?:https?:)?\/\/[^\s"'<>|\]]+/i.exec(text)?.[0];
    if (address === undefined) continue;
    return address.startsWith("//") ? `https:${address}` : address;
  }
  return undefined;
}

function findId(shortcode: Shortcode, job: ContentJob, toAddress: ToAddress): string | undefined {
  const named = idNames.flatMap((name) => shortcode.named.get(name) ?? []);
  const [plain = ""] = shortcode.rest
    .trim()
    .replace(/^[=:]/, "")
    .split(/[\s&?|]/);
  for (const id of [...named, ...shortcode.values, plain, bodyOf(shortcode, job).trim()]) {
    const address = toAddress(id);
    if (address !== undefined) return address;
  }
  return undefined;
}

function toFrame(shortcode: Shortcode, job: ContentJob): Converted | undefined {
  const url = findAddress(shortcode, job);
  return url === undefined ? undefined : toFrameAt(url, shortcode, job);
}

/** `[slideshare id=5342235&doc=camprock-100929]` */
function toSlides(shortcode: Shortcode, job: ContentJob): Converted | undefined {
  const id = /\bid\s*=\s*["']?(\d+)/.exec(shortcode.rest)?.[1];
  if (id !== undefined) return toFrameAt(`https://www.slideshare.net/slideshow/embed_code/${id}`, shortcode, job);
  return toEmbed(shortcode, job, onlyAddress);
}

function toFrameAt(url: string, { named, start }: Shortcode, job: ContentJob): Converted {
  const size = ["width", "height"].map((name) => {
    const value = named.get(name);
    return value !== undefined && /^\d{1,4}$/.test(value) ? ` ${name}="${value}"` : "";
  });
  return {
    as: "block",
    html: `<iframe data-line="${job.lineOf(start)}" src="${toAttribute(url)}"${size.join("")}></iframe>`,
  };
}
