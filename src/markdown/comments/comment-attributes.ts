import { escapeHtml } from "../../lib/safe-html.ts";
import { cleanText, unescapeText } from "./comment-text.ts";
import { toCommentImage, toCommentLink } from "./comment-url.ts";

/** Decoded value of an attribute as found; undefined when there is none. */
export type ReadAttribute = (name: string) => string | undefined;

/** One attribute of an element: its value in canonical form, for which `read` gives the same value again. */
type AttributeRule = {
  readonly name: string;
  /** Undefined: it is left out. */
  readonly read: (get: ReadAttribute) => string | undefined;
  /** Without it the element is left out. */
  readonly isRequired?: boolean;
};

const rel = "nofollow ugc noopener";

const language: AttributeRule = {
  name: "lang",
  read: (get) => match(get("lang"), /^[a-z]{2,8}(?:-[a-z0-9]{1,8}){0,4}$/i),
};
const direction: AttributeRule = { name: "dir", read: (get) => match(get("dir")?.toLowerCase(), /^(?:ltr|rtl|auto)$/) };
const title: AttributeRule = { name: "title", read: (get) => cleanText(get("title") ?? "") || undefined };
const alignment: AttributeRule = { name: "class", read: readAlignment };
const anywhere = [language, direction];

const aligned = [alignment, ...anywhere];
const cell = [toNumberRule("colspan", 2), toNumberRule("rowspan", 2), ...aligned];

const rules: ReadonlyMap<string, readonly AttributeRule[]> = new Map([
  [
    "a",
    [
      { name: "href", isRequired: true, read: (get) => readUrl(get("href"), toCommentLink) },
      { name: "rel", isRequired: true, read: () => rel },
      title,
      ...anywhere,
    ],
  ],
  [
    "img",
    [
      { name: "src", isRequired: true, read: (get) => readUrl(get("src"), toCommentImage) },
      { name: "alt", isRequired: true, read: (get) => cleanText(get("alt") ?? "") },
      title,
      toNumberRule("width", 4),
      toNumberRule("height", 4),
      ...aligned,
    ],
  ],
  ["code", [{ name: "class", read: readCodeLanguage }, ...anywhere]],
  // GitHub's `lang` of a `pre` names a programming language.
  ["pre", [direction]],
  ["ol", [toNumberRule("start", 9), ...anywhere]],
  ["td", cell],
  ["th", cell],
  ["p", aligned],
  ["h4", aligned],
  ["h5", aligned],
  ["h6", aligned],
  ["br", []],
  ["hr", []],
]);

/** The element's attributes with a space before each; undefined when it cannot do without one that is missing. */
export function toAttributeText(name: string, get: ReadAttribute): string | undefined {
  let text = "";
  for (const rule of rulesOf(name)) {
    const value = rule.read(get);
    if (value !== undefined) text += ` ${rule.name}="${escapeHtml(value)}"`;
    else if (rule.isRequired) return undefined;
  }
  return text;
}

/** Whether `toAttributeText` would write the same. */
export function isCanonicalAttributeText(name: string, text: string): boolean {
  const found = new Map<string, string>();
  let length = 0;
  for (const [whole, key = "", value = ""] of text.matchAll(/ ([a-z]+)="([^"<>]*)"/gy)) {
    found.set(key, unescapeText(value));
    length += whole.length;
  }
  return length === text.length && toAttributeText(name, (key) => found.get(key)) === text;
}

function rulesOf(name: string): readonly AttributeRule[] {
  return rules.get(name) ?? anywhere;
}

function match(value: string | undefined, pattern: RegExp): string | undefined {
  return value !== undefined && pattern.test(value) ? value : undefined;
}

function readUrl(value: string | undefined, convert: (value: string) => string | undefined): string | undefined {
  return value === undefined ? undefined : convert(value);
}

function toNumberRule(name: string, maxDigits: number): AttributeRule {
  const pattern = new RegExp(`^\\s{0,9}0{0,9}([1-9]\\d{0,${maxDigits - 1}})(?:px)?\\s{0,9}$`);
  return { name, read: (get) => pattern.exec(get(name) ?? "")?.[1] };
}

function readAlignment(get: ReadAttribute): string | undefined {
  const align = /^\s*(left|center|right)\s*$/i.exec(get("align") ?? "")?.[1]?.toLowerCase();
  if (align) return `align-${align}`;
  return /(?:^|\s)(align-(?:left|center|right))(?=\s|$)/.exec(get("class") ?? "")?.[1];
}

function readCodeLanguage(get: ReadAttribute): string | undefined {
  const name = /(?:^|\s)lang(?:uage)?-([\w+#.-]{1,40})(?=\s|$)/.exec(get("class") ?? "")?.[1];
  return name && `language-${name}`;
}
