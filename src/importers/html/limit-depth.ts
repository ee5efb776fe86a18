import { paragraphEnders, voidElements } from "../../markdown/html/html-elements.ts";
import { toHtmlAttributes, toHtmlText } from "../../markdown/html/html-text.ts";
import { readHtml, type Tag } from "../../markdown/html/read-html.ts";

/**
 * Elements open at once that are still a layout. Markdown's reader stops at 100 levels, of which a list takes two;
 * and the parser opens unclosed `<b>`s anew in each paragraph, so that a thousand of them would be a million elements.
 */
const maxOpen = 40;

/** They end by themselves, where the next of their kind begins. */
const implied: ReadonlySet<string> = new Set(
  "p li dt dd td th tr tbody thead tfoot option optgroup colgroup caption rt rp rb rtc".split(" "),
);

/** What is in them is no HTML. */
const rawElements: ReadonlySet<string> = new Set(
  "script style textarea title xmp iframe noembed noframes plaintext".split(" "),
);

type Limited = { readonly html: string; readonly isFlattened: boolean };

/** Takes the tags off what is nested too deeply; most texts are given back as they are. */
export function limitDepth(html: string): Limited {
  if (countTags(html) <= maxOpen || maxDepthOf(html) <= maxOpen) return { html, isFlattened: false };
  return { html: flatten(html), isFlattened: true };
}

/** As far as it matters. */
function countTags(html: string): number {
  let count = 0;
  for (let index = html.indexOf("<"); index >= 0 && count <= maxOpen; index = html.indexOf("<", index + 1)) count += 1;
  return count;
}

function isCounted(name: string): boolean {
  return !voidElements.has(name) && !implied.has(name);
}

/** How many may be open at once, at most: by name, because an end tag ends nothing of another name. */
function maxDepthOf(html: string): number {
  const open = new Map<string, number>();
  let depth = 0;
  let max = 0;
  let raw = "";
  readHtml(html, {
    startTag: ({ name }) => {
      if (raw !== "" || !isCounted(name)) return;
      if (rawElements.has(name)) raw = name;
      open.set(name, (open.get(name) ?? 0) + 1);
      depth += 1;
      if (depth > max) max = depth;
    },
    endTag: (name) => {
      if (raw !== "" && name !== raw) return;
      raw = "";
      const count = open.get(name) ?? 0;
      if (count === 0) return;
      open.set(name, count - 1);
      depth -= 1;
    },
    text: () => {},
  });
  return max;
}

/** Writes the text anew, balanced, so that no parser can nest it deeper than it is written. */
function flatten(html: string): string {
  const writer = new ShallowWriter();
  readHtml(html, writer);
  return writer.finish();
}

class ShallowWriter {
  readonly #parts: string[] = [];
  readonly #open: string[] = [];
  #raw = "";

  startTag({ name, attributes }: Tag): void {
    if (this.#raw !== "") return;
    if (rawElements.has(name)) this.#raw = name;
    if (name === "a") this.endTag("a");
    // What ends by itself may be nested as deeply as what it is in, and no deeper.
    if (this.#open.length >= (implied.has(name) ? 3 : 1) * maxOpen) {
      if (paragraphEnders.has(name)) this.#parts.push(" ");
      return;
    }
    if (implied.has(name)) this.#endSibling(name);
    this.#parts.push(
      `<${name}${toHtmlAttributes(attributes.map((attribute) => [attribute.name, attribute.value] as const))}>`,
    );
    if (!voidElements.has(name)) this.#open.push(name);
  }

  endTag(name: string): void {
    if (this.#raw !== "" && name !== this.#raw) return;
    this.#raw = "";
    const index = this.#open.lastIndexOf(name);
    if (index < 0) return;
    this.#closeTo(index);
  }

  text(text: string): void {
    if (this.#raw === "" || this.#raw === "xmp" || this.#raw === "plaintext") this.#parts.push(toHtmlText(text));
  }

  finish(): string {
    this.#closeTo(0);
    return this.#parts.join("");
  }

  #endSibling(name: string): void {
    if (this.#open.at(-1) === name) this.#closeTo(this.#open.length - 1);
  }

  #closeTo(index: number): void {
    while (this.#open.length > index) this.#parts.push(`</${this.#open.pop() ?? ""}>`);
  }
}
