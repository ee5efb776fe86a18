import type { ContentJob } from "../content-job.ts";
import { toEmbedLink, isKnownProvider } from "../embed-link.ts";
import { escapeTags, toAttribute } from "../escape.ts";
import { bodyOf, type Converted, readFirst, type Shortcode, toRules } from "./shortcode.ts";

export const playerRules = [
  ...toRules("audio", { body: "optional", convert: (shortcode, job) => toPlayer("audio", shortcode, job) }),
  ...toRules("video", { body: "optional", convert: (shortcode, job) => toPlayer("video", shortcode, job) }),
  ...toRules("playlist", { body: "optional", convert: toPlaylist }),
];

const sources = {
  audio: ["src", "mp3", "m4a", "ogg", "oga", "wav", "wma", "flac"],
  video: ["src", "mp4", "m4v", "webm", "ogv", "mov", "wmv", "flv"],
};

type Kind = keyof typeof sources;

/** `[audio src="…"]`, `[video mp4="…" webm="…" poster="…"]`, and of older plugins `[audio http://…|titles=…]`. */
function toPlayer(kind: Kind, shortcode: Shortcode, job: ContentJob): Converted | undefined {
  const named = sources[kind].flatMap((name) => shortcode.named.get(name) ?? []);
  const written = [
    ...named,
    ...findAddresses(shortcode.rest, shortcode.values),
    ...findAddresses(bodyOf(shortcode, job)),
  ];
  const urls = [...new Set(written)].filter((url) => url !== "");
  const [first] = urls;
  if (first === undefined) return undefined;
  if (isKnownProvider(first)) return { as: "block", html: toEmbedLink(first, job.lineOf(shortcode.start)) };
  const poster = kind === "video" ? readFirst(shortcode, "poster") : undefined;
  return {
    as: "block",
    html: `<figure data-line="${job.lineOf(shortcode.start)}">${toMedia(kind, urls, poster)}</figure>`,
  };
}

/** Of older plugins, several with commas between them and settings behind a bar; or `<source src="…">`. */
function findAddresses(text: string, values: readonly string[] = [text]): string[] {
  const addresses = values.flatMap((value) => value.split("|")[0]?.match(/(?:https?:)?\/\/[^\s"'<>,|]+/g) ?? []);
  return /^[:=]/.test(text) && addresses.length === 0 ? (text.match(/https?:\/\/[^\s"'<>,|]+/g) ?? []) : addresses;
}

function toMedia(kind: Kind, urls: readonly string[], poster?: string): string {
  const image = poster === undefined ? "" : ` poster="${toAttribute(poster)}"`;
  const [only] = urls;
  if (urls.length === 1 && only !== undefined) return `<${kind} controls src="${toAttribute(only)}"${image}></${kind}>`;
  const parts = urls.map((url) => `<source src="${toAttribute(url)}">`);
  return `<${kind} controls${image}>${parts.join("")}</${kind}>`;
}

/** A player for each, below each other. Without ids they are those of the post, which nobody knows here. */
function toPlaylist(shortcode: Shortcode, { context }: ContentJob): Converted | undefined {
  const kind = shortcode.named.get("type") === "video" ? "video" : "audio";
  const ids = readFirst(shortcode, "ids", "include")?.match(/\d+/g) ?? [];
  const files = ids.flatMap((id) => context.attachmentOf(id) ?? []);
  if (files.length < ids.length || files.length === 0) return undefined;
  const figures = files.map(({ url, title, caption }) => {
    const words = caption.trim() || escapeTags(title);
    return `<figure>${toMedia(kind, [url])}${words === "" ? "" : `<figcaption>${words}</figcaption>`}</figure>`;
  });
  return { as: "block", html: figures.join("") };
}
