import type { ContentAttachment } from "../content-context.ts";
import type { ContentJob } from "../content-job.ts";
import { toAttribute } from "../escape.ts";
import { type Converted, readFirst, type Shortcode, toRules } from "./shortcode.ts";

export const galleryRules = toRules("gallery slideshow tiled_gallery", { body: "optional", convert: toGallery });

/** The pictures that it names, or those of its post. A click enlarges them, so that none needs a link. */
function toGallery(shortcode: Shortcode, job: ContentJob): Converted | undefined {
  const { attachmentOf, attached } = job.context;
  const named = readFirst(shortcode, "ids", "include");
  const other = shortcode.named.get("id");
  // Another post's pictures: nobody knows here which those are.
  if (named === undefined && other !== undefined && attached.length === 0) return undefined;
  const excluded = new Set(toIds(shortcode.named.get("exclude")));
  const ids = (named === undefined ? [...attached] : toIds(named)).filter((id) => !excluded.has(id));
  const pictures = ids.flatMap((id) => {
    const attachment = attachmentOf(id);
    return attachment && isPicture(attachment) ? [{ id, attachment }] : [];
  });
  const lost = ids.length - pictures.length;
  if (lost > 0) {
    const outcome = lost < ids.length ? "changed" : "dropped";
    const note = `${lost} of its ${ids.length} pictures ${lost === 1 ? "is" : "are"} not in the export.`;
    job.report(shortcode.source, shortcode.start, { kind: "shortcode", outcome, note });
  } else if (ids.length === 0) {
    job.report(shortcode.source, shortcode.start, {
      kind: "shortcode",
      outcome: "dropped",
      note: "It has no pictures.",
    });
  }
  if (pictures.length === 0) return { as: "block", html: "" };
  const figures = sort(pictures, shortcode).map(({ attachment }) => toFigure(attachment));
  const line = job.lineOf(shortcode.start);
  return { as: "block", html: `<figure class="gallery" data-line="${line}">${figures.join("")}</figure>` };
}

function toIds(list: string | undefined): string[] {
  return list?.match(/\d+/g) ?? [];
}

function isPicture({ mime, url }: ContentAttachment): boolean {
  return mime ? mime.startsWith("image/") : url !== "" && !others.test(url);
}

const others =
  /\.(?:mp3|m4a|ogg|oga|wav|flac|mp4|m4v|mov|webm|ogv|avi|wmv|flv|pdf|docx?|xlsx?|pptx?|odt|txt|csv|zip)(?:[?#]|$)/i;

type Picture = { readonly id: string; readonly attachment: ContentAttachment };

/** By chance is in their own order, for nothing here is by chance. */
function sort(pictures: readonly Picture[], { named }: Shortcode): readonly Picture[] {
  const by = named.get("orderby")?.toLowerCase() ?? "";
  const sorted = [...pictures];
  if (/\btitle\b/.test(by)) sorted.sort((one, other) => compare(one.attachment.title, other.attachment.title));
  else if (/^\s*id\b|date|modified/.test(by)) sorted.sort((one, other) => Number(one.id) - Number(other.id));
  return named.get("order")?.toUpperCase() === "DESC" ? sorted.toReversed() : sorted;
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

function toFigure({ url, alt, caption }: ContentAttachment): string {
  const words = caption.trim();
  const image = `<img src="${toAttribute(url)}" alt="${toAttribute(alt)}">`;
  return `<figure>${image}${words === "" ? "" : `<figcaption>${words}</figcaption>`}</figure>`;
}
