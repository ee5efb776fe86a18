import type { ContentJob } from "../content-job.ts";
import { toEmbedLink } from "../embed-link.ts";
import { escapeTags, toAttribute } from "../escape.ts";
import { trimBreaks } from "../trim-breaks.ts";
import { type Block, readText } from "./block.ts";

/** What a block becomes, with all in it; undefined for one that is to be like any other. */
export type ToWhole = (block: Block, inside: string, job: ContentJob) => string | undefined;

/** An address in place of which something else was shown. */
export const toEmbed: ToWhole = (block, inside, job) => {
  const [, wrapped = ""] = />\s*(https?:\/\/[^\s<>"]{1,4000})\s*</.exec(inside) ?? [];
  const url = wrapped || toAttribute((readText(block, "url") ?? "").replace(/&/g, "&amp;"));
  if (!/^https?:\/\//i.test(url)) return undefined;
  const link = toEmbedLink(url, job.lineOf(block.mark.start));
  const caption = trimBreaks(insideOf(inside, "figcaption") ?? "");
  return caption === "" ? link : `<figure>${link}<figcaption>${caption}</figcaption></figure>`;
};

/** The link with the file's name; the button beside it leads to the same. */
export const toFile: ToWhole = ({ mark }, inside, job) => {
  const links = linksOf(inside);
  const link = links.find((source) => !source.includes("wp-block-file__button")) ?? links[0];
  if (link === undefined) return undefined;
  if (links.length > 1) {
    const note = "The button beside the file's name is left out: both lead to the file.";
    job.tally("file", job.text.slice(mark.start, mark.end), mark.start, { kind: "block", outcome: "changed", note });
  }
  return `<p data-line="${job.lineOf(mark.start)}">${link}</p>`;
};

/** A poem is no code: its lines stay, and the spaces that they begin with. */
export const toVerse: ToWhole = (_block, inside) => {
  const words = insideOf(inside, "pre");
  if (words === undefined) return undefined;
  const lines = words.trim().replace(/\n/g, "<br>");
  return `<p>${lines.replace(/<br\s?\/?>[ \t]+/g, (gap) => `<br>${toFixedSpaces(gap.replace(/^.*>/, ""))}`)}</p>`;
};

function toFixedSpaces(spaces: string): string {
  return "\u00A0".repeat(spaces.replaceAll("\t", "    ").length);
}

export const toCode: ToWhole = (block, inside, job) => {
  const words = insideOf(inside, "pre");
  if (words === undefined) return undefined;
  const language = readText(block, "language") ?? readText(block, "lang");
  const [opening = "<pre>"] = /<pre[^>]{0,2000}>/i.exec(inside) ?? [];
  const isNamed = language !== undefined && /^[\w+#.-]{1,30}$/.test(language);
  const tag = isNamed ? `<pre class="language-${language.toLowerCase()}">` : opening;
  return `${tag.replace(/^<pre/i, `<pre data-line="${job.lineOf(block.mark.start)}"`)}${words}</pre>`;
};

/** A block that several posts share; `to-html` puts its text in. */
export const toReused: ToWhole = () => undefined;

const services: Readonly<Record<string, string>> = {
  wordpress: "WordPress",
  github: "GitHub",
  linkedin: "LinkedIn",
  youtube: "YouTube",
  tiktok: "TikTok",
  soundcloud: "SoundCloud",
  fivehundredpx: "500px",
  mail: "E-mail",
  feed: "RSS",
  x: "X",
};

/** A sign without words: the name of the service is read instead. */
export const toSocialLink: ToWhole = (block, _inside, job) => {
  const url = readText(block, "url") ?? "";
  const service = readText(block, "service") ?? "";
  const name = services[service] ?? service.charAt(0).toUpperCase() + service.slice(1);
  const label = readText(block, "label") ?? name;
  if (/^\s*(?:#|$)/.test(url) || label === "") {
    const { start, end } = block.mark;
    job.report(job.text.slice(start, end), start, { kind: "block", outcome: "dropped", note: "It leads nowhere." });
    return "";
  }
  const href = service === "mail" && /^[^:/\s]+@[^:/\s]+$/.test(url) ? `mailto:${url}` : url;
  return `<li><a href="${toAttribute(href.replace(/&/g, "&amp;"))}">${escapeTags(label)}</a></li>`;
};

/** What is between the first tag of this name and its end. */
function insideOf(html: string, name: string): string | undefined {
  const open = html.indexOf(`<${name}`);
  const from = open < 0 ? -1 : html.indexOf(">", open);
  const close = from < 0 ? -1 : html.indexOf(`</${name}>`, from);
  return close < 0 ? undefined : html.slice(from + 1, close);
}

function linksOf(html: string): string[] {
  const links: string[] = [];
  for (let open = html.indexOf("<a "); open >= 0;) {
    const close = html.indexOf("</a>", open);
    if (close < 0) break;
    links.push(html.slice(open, close + 4));
    open = html.indexOf("<a ", close);
  }
  return links;
}
