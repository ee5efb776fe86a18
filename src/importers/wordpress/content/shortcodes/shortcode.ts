import type { ContentJob } from "../content-job.ts";
import type { Range } from "../range.ts";
import type { Attributes } from "../scan/read-shortcode.ts";

/** A shortcode of the table where it stands in a text. */
export type Shortcode = Range &
  Attributes & {
    readonly name: string;
    /** All of its opening tag between name and end. */
    readonly rest: string;
    /** The opening tag. */
    readonly source: string;
    /** Between the opening and the closing tag, if it has one. */
    readonly body?: Range;
  };

export type Converted =
  /** Whole, by itself or in a line, with its body. */
  | { readonly as: "block" | "inline"; readonly html: string }
  /** Its tags alone: around paragraphs, or around words. */
  | { readonly as: "box" | "marks"; readonly open: string; readonly close: string };

/** What becomes of a shortcode; undefined for one that is to stay text. */
export type ShortcodeRule = {
  /**
   * Whether it has a closing tag: it must have one, may have one, or never has. Of those that may have one, the next
   * opening tag of the same name ends the search.
   */
  readonly body: "needed" | "optional" | "none";
  /** Its body is not HTML. */
  readonly isCode?: true;
  readonly convert: (shortcode: Shortcode, job: ContentJob) => Converted | undefined;
};

export type ShortcodeRules = ReadonlyMap<string, ShortcodeRule>;

export function toRules(names: string, rule: ShortcodeRule): [string, ShortcodeRule][] {
  return names.split(" ").map((name) => [name, rule]);
}

export function bodyOf({ body }: Shortcode, { text }: ContentJob): string {
  return body ? text.slice(body.start, body.end) : "";
}

/** The first attribute that has something in it. */
export function readFirst({ named }: Shortcode, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    const value = named.get(name);
    if (value) return value;
  }
  return undefined;
}
