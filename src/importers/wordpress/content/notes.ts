import { z } from "zod";
import { escapeHtml } from "../../../lib/safe-html.ts";

type Note = { readonly id: string; readonly number: number; readonly html: string };

const stored = z.array(z.object({ id: z.string(), content: z.string() }));

/** Footnotes of the editor, whose texts stand in a meta, and of shortcodes, whose texts stand where they are called. */
export class Notes {
  readonly #stored: ReadonlyMap<string, string>;
  readonly #cited = new Map<string, Note>();
  /** Whether the meta could not be read. */
  readonly isBroken: boolean;

  constructor(meta: string) {
    const notes = readMeta(meta);
    this.isBroken = notes === undefined;
    this.#stored = new Map(notes?.map(({ id, content }) => [id, content]));
  }

  get isEmpty(): boolean {
    return this.#cited.size === 0;
  }

  /** Whether the meta has a note of this id. */
  has(id: string): boolean {
    return this.#stored.has(id);
  }

  /** The mark of a stored note. */
  cite(id: string): string {
    return this.#mark(id, this.#stored.get(id) ?? "");
  }

  /** The mark of a note that stands in the text. */
  add(html: string): string {
    return this.#mark(`note-${this.#cited.size + 1}`, html);
  }

  /** All notes that were cited, in that order. */
  toList(): string {
    if (this.#cited.size === 0) return "";
    const items = [...this.#cited.values()].map(({ id, html }) => `<li id="fn-${id}">${html}</li>\n`);
    return `\n<ol class="footnotes">\n${items.join("")}</ol>`;
  }

  #mark(key: string, html: string): string {
    const note = this.#cited.get(key) ?? {
      id: escapeHtml(key.replace(/\s+/g, "-")),
      number: this.#cited.size + 1,
      html,
    };
    this.#cited.set(key, note);
    return `<sup class="footnote"><a href="#fn-${note.id}">${note.number}</a></sup>`;
  }
}

function readMeta(meta: string): z.infer<typeof stored> | undefined {
  if (meta.trim() === "") return [];
  try {
    return stored.safeParse(JSON.parse(meta)).data;
  } catch {
    return undefined;
  }
}
