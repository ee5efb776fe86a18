import type { XmlElement } from "./xml-tree.ts";

/** What one element of RFC 4287 may hold; a rule says what is wrong with an element, or nothing. */
type AtomRule = {
  /** Children by name: how often each may stand, `[least, most]`. Without it, the element holds text. */
  readonly children?: Readonly<Record<string, readonly [least: number, most: number]>>;
  /** Attributes beside `xml:base`, `xml:lang` and those of other namespaces; true: required. */
  readonly attributes?: Readonly<Record<string, boolean>>;
  readonly check?: (element: XmlElement) => string[];
};

const anyNumber = [0, Infinity] as const;
const atMostOne = [0, 1] as const;
const one = [1, 1] as const;

const person: AtomRule = { children: { name: one, uri: atMostOne, email: atMostOne } };
const date: AtomRule = { check: ({ text }) => (isRfc3339(text) ? [] : [`is no RFC 3339 date-time (found ${text})`]) };
const iri: AtomRule = { check: ({ text }) => checkIri(text) };
const construct: AtomRule = { attributes: { type: false }, check: checkText };

/** RFC 4287, section 4 and appendix B. */
export const atomRules: Readonly<Record<string, AtomRule>> = {
  feed: {
    children: {
      author: anyNumber,
      category: anyNumber,
      contributor: anyNumber,
      generator: atMostOne,
      icon: atMostOne,
      id: one,
      link: anyNumber,
      logo: atMostOne,
      rights: atMostOne,
      subtitle: atMostOne,
      title: one,
      updated: one,
      entry: anyNumber,
    },
  },
  entry: {
    children: {
      author: anyNumber,
      category: anyNumber,
      content: atMostOne,
      contributor: anyNumber,
      id: one,
      link: anyNumber,
      published: atMostOne,
      rights: atMostOne,
      source: atMostOne,
      summary: atMostOne,
      title: one,
      updated: one,
    },
  },
  source: {
    children: {
      author: anyNumber,
      category: anyNumber,
      contributor: anyNumber,
      generator: atMostOne,
      icon: atMostOne,
      id: atMostOne,
      link: anyNumber,
      logo: atMostOne,
      rights: atMostOne,
      subtitle: atMostOne,
      title: atMostOne,
      updated: atMostOne,
    },
  },
  author: person,
  contributor: person,
  name: { check: ({ text }) => (text.trim() ? [] : ["is empty"]) },
  uri: iri,
  email: { check: ({ text }) => (/^.+@.+$/.test(text) ? [] : [`is no address (found ${text})`]) },
  id: { check: ({ text }) => (isAbsoluteIri(text) ? [] : [`is no absolute IRI (found ${text})`]) },
  icon: iri,
  logo: iri,
  title: construct,
  subtitle: construct,
  summary: construct,
  rights: construct,
  updated: date,
  published: date,
  generator: { attributes: { uri: false, version: false } },
  category: {
    attributes: { term: true, scheme: false, label: false },
    check: ({ attributes }) => checkAbsolute("scheme", attributes.get("scheme")),
  },
  link: {
    attributes: { href: true, rel: false, type: false, hreflang: false, title: false, length: false },
    check: checkLink,
  },
  content: { attributes: { type: false, src: false }, check: checkContent },
};

const xhtml = "http://www.w3.org/1999/xhtml";

function checkText(element: XmlElement): string[] {
  const type = element.attributes.get("type") ?? "text";
  if (!["text", "html", "xhtml"].includes(type)) return [`has an unknown type (found ${type})`];
  return checkInline(type, element);
}

function checkContent(element: XmlElement): string[] {
  const type = element.attributes.get("type") ?? "text";
  const source = element.attributes.get("src");
  if (source !== undefined && (element.text.trim() || element.children.length > 0)) return ["has both src and content"];
  if (source !== undefined) return checkIri(source);
  if (["text", "html", "xhtml"].includes(type)) return checkInline(type, element);
  return isMediaType(type) ? [] : [`has an unknown type (found ${type})`];
}

function checkInline(type: string, { children }: XmlElement): string[] {
  if (type !== "xhtml") return children.length > 0 ? [`of type ${type} has child elements`] : [];
  const isDiv = children.length === 1 && children[0]?.namespace === xhtml && children[0].name === "div";
  return isDiv ? [] : ["of type xhtml does not hold one xhtml:div"];
}

function checkLink({ attributes }: XmlElement): string[] {
  const [rel, type] = [attributes.get("rel"), attributes.get("type")];
  const href = attributes.get("href");
  return [
    ...(href === undefined ? [] : checkIri(href)),
    ...(rel !== undefined && !/^[^:]+$/.test(rel) && !isAbsoluteIri(rel) ? [`has a bad rel (found ${rel})`] : []),
    ...(type !== undefined && !isMediaType(type) ? [`has a bad type (found ${type})`] : []),
  ];
}

function checkAbsolute(attribute: string, value: string | undefined): string[] {
  return value === undefined || isAbsoluteIri(value) ? [] : [`has a ${attribute} that is no IRI (found ${value})`];
}

function checkIri(value: string): string[] {
  return /^[^\s<>"{}|\\^`]+$/.test(value) ? [] : [`is no IRI (found ${value})`];
}

function isAbsoluteIri(value: string): boolean {
  return /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i.test(value) && !/%(?![0-9a-f]{2})/i.test(value);
}

function isMediaType(value: string): boolean {
  return /^[^\s/]+\/[^\s/]+$/.test(value);
}

function isRfc3339(value: string): boolean {
  const form = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/;
  return form.test(value) && !Number.isNaN(Date.parse(value));
}
