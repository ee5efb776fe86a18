import type { Attribute, Tag } from "../../../markdown/html/read-html.ts";
import { toCommentTag } from "../../../markdown/comments/github-html.ts";
import { paragraphEnders } from "../../../markdown/html/html-elements.ts";
import type { FindingOutcome } from "../../finding.ts";
import { maskAddresses } from "./mask-addresses.ts";

/** What of a comment's text is not as it was. */
export type CommentLoss = { readonly found: string; readonly outcome: FindingOutcome; readonly note: string };

/** More of them are one mistake, or somebody's joke. */
const mostLosses = 12;
const longestFound = 80;

const looks = new Set(
  "align background bgcolor border class color dir face height hspace size style vspace width".split(" "),
);
/** Elements that are no more than the look or the sense of their text. */
const bland = new Set("span q label data bdi bdo div center section article p font time tbody wbr".split(" "));

/** Collects what is lost, each thing once. */
export class CommentLosses {
  readonly #losses = new Map<string, CommentLoss>();
  #more = 0;

  /** A report goes further than the comment that it is about: it names no addresses. */
  add({ found, ...rest }: CommentLoss): void {
    const loss = { found: maskAddresses(found), ...rest };
    const key = JSON.stringify(loss);
    if (this.#losses.has(key)) return;
    if (this.#losses.size >= mostLosses) this.#more += 1;
    else this.#losses.set(key, loss);
  }

  /** An element that is left out with what it holds. */
  addHidden(tag: Tag): void {
    this.add({ found: toFound(tag), outcome: "dropped", note: "It is no part of what a reader may write." });
  }

  /** What a comment's allowed elements do not say any more. */
  addTag(tag: Tag): void {
    const { name, attributes } = tag;
    if (toCommentTag(name) === undefined && !bland.has(name) && !paragraphEnders.has(name)) {
      this.add({ found: toFound(tag), outcome: "kept as text", note: "A comment has no such element." });
    }
    if (attributes.some((attribute) => isLook(name, attribute))) {
      this.add({ found: toFound(tag), outcome: "dropped", note: "A comment has no look of its own." });
    }
    if (attributes.some((attribute) => attribute.name.startsWith("on"))) {
      this.add({ found: toFound(tag), outcome: "dropped", note: "A comment may run nothing." });
    }
  }

  all(): CommentLoss[] {
    const rest = { found: `${this.#more} more`, outcome: "changed", note: "Not listed one by one." } as const;
    return [...this.#losses.values(), ...(this.#more > 0 ? [rest] : [])];
  }
}

/** Classes do nothing on the new blog, and sizes of pictures are kept. */
function isLook(element: string, { name, value = "" }: Attribute): boolean {
  if (name === "class" || name === "dir") return false;
  return looks.has(name) && element !== "img" && value.trim() !== "";
}

/** `<span style="color:red">`, cut to one line. */
function toFound({ name, attributes }: Tag): string {
  const text = attributes.map((attribute) => ` ${attribute.name}="${attribute.value ?? ""}"`).join("");
  const tag = `<${name}${text}>`.replace(/\s+/g, " ");
  return tag.length > longestFound ? `${tag.slice(0, longestFound - 1)}…` : tag;
}
