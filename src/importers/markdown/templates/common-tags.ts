import { toAutolink, toFence, toImage, toLink, toQuote } from "../text/markdown-pieces.ts";
import type { TagArguments, TagResult } from "./template-context.ts";

const films: Readonly<Record<string, (id: string) => string>> = {
  youtube: (id) => `https://www.youtube.com/watch?v=${id}`,
  vimeo: (id) => `https://vimeo.com/${id}`,
  bilibili: (id) => `https://www.bilibili.com/video/${id}`,
  asciinema: (id) => `https://asciinema.org/a/${id}`,
  streamable: (id) => `https://streamable.com/${id}`,
};

/** Players become a link to what they play: readers ask no stranger for anything before they want to. */
export function toFilm(kind: string, { list, named }: TagArguments): TagResult {
  const id = named.id ?? list[0];
  const toAddress = films[kind];
  if (id === undefined || !toAddress || !/^[\w.-]{1,100}$/.test(id)) return undefined;
  const address = toAddress(id);
  return {
    text: toAutolink(address),
    note: `A link to it. To show it, write a frame and add "${new URL(address).host}" to \`frameHosts\`.`,
  };
}

export function toGist({ list, named }: TagArguments): TagResult {
  const parts = named.url === undefined ? [named.user, named.id ?? list[0], list[1]].flatMap((part) => part ?? []) : [];
  const path =
    named.url?.replace(/^https:\/\/gist\.github\.com\//, "") ??
    parts.filter((part) => !/\.[a-z]+$/i.test(part)).join("/");
  if (!/^[\w/-]{1,100}$/.test(path)) return undefined;
  return { text: toAutolink(`https://gist.github.com/${path}`), note: "A link to it." };
}

export function toTweet({ list, named, raw }: TagArguments): TagResult {
  const [address] = /https:\/\/(?:twitter|x)\.com\/\w+\/status\/\d+/.exec(raw) ?? [];
  const user = named.user ?? "i";
  const id = named.id ?? list[0];
  if (address === undefined && !/^\d{1,30}$/.test(id ?? "")) return undefined;
  return { text: toAutolink(address ?? `https://twitter.com/${user}/status/${id}`), note: "A link to it." };
}

/** Hugo's figure, and those that are called like it. */
export function toFigure({ named, list }: TagArguments): TagResult {
  const src = named.src ?? named.url ?? named.image_path ?? named.path ?? list[0];
  if (src === undefined || src === "") return undefined;
  const caption = [named.title, named.caption, named.attr]
    .filter((part) => part !== undefined && part !== "")
    .join(" · ");
  const image = toImage({
    src,
    alt: named.alt ?? (caption === "" ? "" : (named.caption ?? named.title)),
    title: caption,
  });
  const text = named.link === undefined || named.link === "" ? image : `[${image}](${named.link})`;
  const lost = ["width", "height", "class", "target", "rel", "align"].filter((key) => named[key] !== undefined);
  return lost.length === 0 ? { text } : { text, note: `The new blog has no ${lost.join(", ")} for a picture.` };
}

/** Jekyll's and Hugo's `highlight`; numbers of lines are not kept. */
export function toHighlight({ list, raw }: TagArguments, body: string | undefined): TagResult {
  const [language = ""] = list;
  if (body === undefined) return undefined;
  const options = raw
    .slice(raw.indexOf(language) + language.length)
    .replace(/^["'\s]+/, "")
    .trim();
  const text = toFence(body, /^[\w+#.-]+$/.test(language) ? language : "");
  return options === "" ? { text } : { text, note: `Without its options (${options}).` };
}

/** Octopress and Hexo: `[title] [lang:language] [url] [link text]`. */
export function toCodeBlock({ list, named }: TagArguments, body: string | undefined): TagResult {
  if (body === undefined) return undefined;
  const language = named.lang ?? named.language ?? "";
  const title = list.filter((part) => !/^https?:/.test(part)).join(" ");
  return { text: toFence(body.replace(/^\n/, ""), language, title) };
}

/** Octopress and Hexo: `[author[, source]] [link] [source of the link]`. */
export function toBlockquote({ raw }: TagArguments, body: string | undefined): TagResult {
  if (body === undefined) return undefined;
  const [, before = raw, address, after = ""] = /^(.*?)\s*(https?:\/\/\S+)\s*(.*)$/s.exec(raw) ?? [];
  const [author = "", ...sources] = before.split(",").map((part) => part.replace(/["']/g, "").trim());
  const source = after.trim() === "" ? sources.join(", ") : after.trim();
  const place = address === undefined ? source : toLink(source === "" ? address : source, address);
  const foot = [author === "" ? "" : `**${author}**`, place].filter((part) => part !== "").join(", ");
  return { text: toQuote(foot === "" ? body : `${body.trim()}\n\n— ${foot}`) };
}

const alerts: Readonly<Record<string, string>> = {
  tip: "TIP",
  success: "TIP",
  hint: "TIP",
  important: "IMPORTANT",
  warning: "WARNING",
  caution: "CAUTION",
  danger: "CAUTION",
  error: "CAUTION",
};

/** A box of a theme, as one of the new blog's alerts. */
export function toAlert(kind: string, body: string | undefined, title = ""): TagResult {
  if (body === undefined) return undefined;
  const heading = title === "" ? "" : `**${title}**\n\n`;
  return { text: toQuote(`[!${alerts[kind.toLowerCase()] ?? "NOTE"}]\n${heading}${body.trim()}`) };
}

export function toDetails(summary: string, body: string | undefined): TagResult {
  if (body === undefined) return undefined;
  const escaped = summary.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  return { text: `<details>\n<summary>${escaped === "" ? "…" : escaped}</summary>\n\n${body.trim()}\n\n</details>` };
}

/** `{% img [class] src [width] [height] ["title" "alt"] %}` */
export function toOctopressImage({ list, raw }: TagArguments): TagResult {
  const quoted = Array.from(raw.matchAll(/"([^"]*)"|'([^']*)'/g), ([, double, single]) => double ?? single ?? "");
  const words = list.slice(0, list.length - quoted.length);
  const src = words.find((word) => /[./]/.test(word)) ?? words.at(-1);
  if (src === undefined) return undefined;
  const [title = "", alt = title] = quoted;
  return { text: toImage({ src, alt, title }) };
}
