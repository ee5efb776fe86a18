import { trimBreaks } from "../trim-breaks.ts";
import type { ContentSink } from "../scan/content-sink.ts";
import type { SourceTag } from "../scan/read-tag.ts";

/** Writes what is in a shortcode as one run of words: line ends are kept. */
export class LineWriter implements ContentSink {
  #html = "";

  text(source: string): void {
    this.#html += source.replace(/\n\s*/g, "<br>");
  }

  tag({ name, source }: SourceTag): void {
    this.#html += name === "p" ? "<br>" : source;
  }

  inline(html: string): void {
    this.#html += html;
  }

  block(html: string): void {
    this.#html += html;
  }

  open(html: string): void {
    this.#html += html;
  }

  close(html: string): void {
    this.#html += html;
  }

  unseen(): void {}

  finish(): string {
    return trimBreaks(this.#html);
  }
}
