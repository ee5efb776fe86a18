import type { Element, Root } from "hast";
import { toHeadingId, PageIds } from "../../markdown/page-ids.ts";
import type { Finding } from "../finding.ts";
import { describe } from "./describe.ts";
import { headings } from "./elements.ts";
import { type Footnotes, findFootnotes } from "./footnotes.ts";
import { type Formula, type Formulas, findFormulas } from "./formulas.ts";
import { attributeOf, childrenOf, elementsOf, isElement } from "./hast.ts";
import { isUnseen } from "./visibility.ts";

export type MarkdownTarget = {
  /** What a link is to lead to; `href` as it was written. Not asked for places in the text itself that are there. */
  readonly linkOf: (href: string) => string;
  /** Where a picture, a sound or a film lies now. */
  readonly mediaOf: (src: string) => string;
  /** Address of the picture that a page of the old site showed, as WordPress has one for each file. */
  readonly pictureOf?: (href: string) => string | undefined;
  /** Whether another text links to the place of this id, which must then be kept. */
  readonly isTarget?: (id: string) => boolean;
};

type Report = Omit<Finding, "found" | "line"> & { readonly found?: string };

/** One text on its way: what is known of the whole of it, and what is found. */
export class Job {
  readonly target: MarkdownTarget;
  readonly footnotes: Footnotes;
  readonly formulas: Formulas;
  /** By how much each heading goes down: the page's title is its only `h1`. */
  readonly headingShift: number;
  /** Line of the source in which we are. */
  line: number | undefined;
  /** Pictures that are in the text already, as the source names them. */
  readonly pictures = new Set<string>();
  readonly #findings: Finding[] = [];
  readonly #tallies = new Map<string, { index: number; times: number }>();
  readonly #places: ReadonlySet<string>;
  readonly #headingIds: ReadonlySet<string>;
  /** Ids that must be set, each once. */
  readonly #wanted = new Set<string>();

  constructor(tree: Root, target: MarkdownTarget) {
    this.target = target;
    this.footnotes = findFootnotes(tree);
    this.formulas = findFormulas(tree);
    const { places, headingIds, fragments, hasTitle } = survey(tree);
    this.#places = places;
    this.#headingIds = headingIds;
    this.headingShift = hasTitle ? 1 : 0;
    for (const id of places) {
      if (!headingIds.has(id) && (fragments.has(id) || target.isTarget?.(id) === true)) this.#wanted.add(id);
    }
  }

  /** Whether a link to `#id` finds its place. */
  hasPlace(id: string): boolean {
    return (
      id === "" ||
      id === "top" ||
      this.#places.has(id) ||
      this.#headingIds.has(id) ||
      this.#headingIds.has(toHeadingId(id))
    );
  }

  /** The id of an element, if it must be set and has not been. */
  takeId(element: Element): string | undefined {
    if (this.#wanted.size === 0) return undefined;
    const id = placeOf(element);
    return id !== undefined && this.#wanted.delete(id) ? id : undefined;
  }

  report(element: Element | string, report: Report): void {
    const found = report.found ?? (typeof element === "string" ? element : describe(element));
    this.#findings.push({ ...report, found, ...(this.line !== undefined && { line: this.line }) });
  }

  /** One that is not understood and stays text. */
  reportFormula(element: Element, { tex }: Formula): void {
    const found = tex.length <= 160 ? tex : `${tex.slice(0, 159)}…`;
    if (tex === "") return;
    this.report(element, { kind: "html", found, outcome: "kept as text", note: "A formula that is not understood." });
  }

  /** Of a kind that a text may be full of: told once, and how often. */
  tally(key: string, element: Element, report: Report): void {
    const known = this.#tallies.get(key);
    if (known) {
      known.times += 1;
      return;
    }
    this.#tallies.set(key, { index: this.#findings.length, times: 1 });
    this.report(element, report);
  }

  findings(): Finding[] {
    const findings = [...this.#findings];
    for (const { index, times } of this.#tallies.values()) {
      const finding = findings[index];
      if (!finding || times === 1) continue;
      const note = `${finding.note ? `${finding.note} ` : ""}The first of ${times}.`;
      findings[index] = { ...finding, note };
    }
    return findings;
  }
}

type Survey = {
  readonly places: ReadonlySet<string>;
  readonly headingIds: ReadonlySet<string>;
  /** What links in the text lead to. */
  readonly fragments: ReadonlySet<string>;
  readonly hasTitle: boolean;
};

function survey(tree: Root): Survey {
  const places = new Set<string>();
  const fragments = new Set<string>();
  const ids = new PageIds([]);
  const headingIds = new Set<string>();
  let hasTitle = false;
  for (const element of elementsOf(tree, (inner) => !isUnseen(inner))) {
    const place = placeOf(element);
    if (place !== undefined) places.add(place);
    const href = element.tagName === "a" ? attributeOf(element, "href")?.trim() : undefined;
    if (href?.startsWith("#")) fragments.add(decode(href.slice(1)));
    if (!headings.has(element.tagName)) continue;
    hasTitle ||= element.tagName === "h1";
    headingIds.add(ids.takeForHeading(headingText(element)));
  }
  return { places, headingIds, fragments, hasTitle };
}

function placeOf(element: Element): string | undefined {
  const id = attributeOf(element, "id") ?? (element.tagName === "a" ? attributeOf(element, "name") : undefined);
  return id === undefined || id === "" || /[\s"<>]/.test(id) ? undefined : id;
}

/** As the renderer makes ids of it. */
function headingText(element: Element): string {
  const text = childrenOf(element)
    .map((child) => {
      if (child.type === "text") return child.value;
      if (!isElement(child) || isUnseen(child)) return "";
      return child.tagName === "img"
        ? (attributeOf(child, "alt") ?? "")
        : child.tagName === "br"
          ? " "
          : headingText(child);
    })
    .join("");
  return text.replace(/\s+/g, " ").trim();
}

export function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
