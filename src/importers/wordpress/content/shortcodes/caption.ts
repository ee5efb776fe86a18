import type { ContentJob } from "../content-job.ts";
import type { ContentSink } from "../scan/content-sink.ts";
import type { SourceTag } from "../scan/read-tag.ts";
import { trimBreaks } from "../trim-breaks.ts";
import { type Converted, type Shortcode, toRules } from "./shortcode.ts";

export const captionRules = toRules("caption wp_caption", { body: "needed", convert: toCaption });

/** `[caption caption="words"]<img>[/caption]`, or since WordPress 3.4 `[caption]<img> words[/caption]`. */
function toCaption({ named, rest, body, start }: Shortcode, job: ContentJob): Converted | undefined {
  const reader = new CaptionReader();
  if (!body || !job.scan(body, reader)) return undefined;
  const words = trimBreaks(reader.words);
  const written = (named.get("caption") ?? longCaption.exec(rest)?.[1] ?? "").trim();
  if (!reader.hasPicture) return { as: "block", html: `<p>${words || written}</p>` };
  // As WordPress has it, the attribute is out of use once words stand behind the picture.
  const caption = (words || written).replace(/(?<!<br[^>]{0,9}>)\n\s*/g, "<br>");
  const line = job.lineOf(start);
  const html =
    caption === ""
      ? `<p data-line="${line}">${reader.picture}</p>`
      : `<figure data-line="${line}">${reader.picture}<figcaption>${caption}</figcaption></figure>`;
  return { as: "block", html };
}

/** A caption with a link in it has quotes in it. */
const longCaption = /\scaption="(.*)"\s*$/s;

/** Parts what is in a caption: the picture with its link, and words. */
class CaptionReader implements ContentSink {
  picture = "";
  words = "";
  hasPicture = false;
  /** A link that has begun: to be put around the picture, or around words. */
  #link = "";
  /** Whether the picture stands in it. */
  #isLinked = false;

  text(source: string): void {
    if (source.trim() !== "") this.#startWords();
    this.words += source;
  }

  tag(tag: SourceTag): void {
    if (tag.name === "img" && !this.hasPicture) this.#show(tag.source);
    else if (tag.name === "a" && !tag.isEnd && !this.hasPicture) this.#link = tag.source;
    else if (tag.name === "a" && tag.isEnd && this.#isLinked) this.#endLink();
    else if (tag.name === "a" && tag.isEnd && this.#link !== "") this.#link = "";
    else if (tag.name === "br") this.words += "<br>";
    else if (tag.name !== "p") {
      this.#startWords();
      this.words += tag.source;
    }
  }

  inline(html: string): void {
    if (!this.hasPicture && /^<(?:iframe|video|audio|object|svg|canvas)/.test(html)) return this.#show(html);
    this.#startWords();
    this.words += html;
  }

  block(html: string): void {
    if (html !== "" && !this.hasPicture) this.#show(html);
    else this.words += html;
  }

  open(html: string): void {
    this.words += html;
  }

  close(html: string): void {
    this.words += html;
  }

  unseen(): void {}

  #show(html: string): void {
    this.picture = this.#link + html;
    this.hasPicture = true;
    this.#isLinked = this.#link !== "";
  }

  #endLink(): void {
    this.picture += "</a>";
    this.#isLinked = false;
    this.#link = "";
  }

  /** Words in a link that has begun are linked as well. */
  #startWords(): void {
    const link = this.#link;
    if (link === "") return;
    if (this.#isLinked) this.#endLink();
    this.#link = "";
    this.words += link;
  }
}
