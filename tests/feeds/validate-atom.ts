import { atomRules } from "./atom-rules.ts";
import { validateThreading } from "./thread-rules.ts";
import { parseXml } from "./xml-tree.ts";
import type { XmlElement } from "./xml-tree.ts";

const atom = "http://www.w3.org/2005/Atom";

/** Says what RFC 4287 objects to in a feed document, each with its path; nothing for a valid one. */
export function validateAtom(xml: string): string[] {
  try {
    const root = parseXml(xml);
    if (root.namespace !== atom || root.name !== "feed") return [`/: the root is ${root.name}, not atom:feed`];
    return [...validateElement(root, "/feed"), ...validateFeed(root)];
  } catch (error) {
    return [`/: not well-formed: ${String(error)}`];
  }
}

function validateElement(element: XmlElement, path: string): string[] {
  const rule = Object.hasOwn(atomRules, element.name) ? atomRules[element.name] : undefined;
  if (!rule) return [`${path}: Atom has no such element`];
  const problems = [...validateAttributes(element, rule.attributes ?? {}), ...(rule.check?.(element) ?? [])];
  const messages = problems.map((problem) => `${path}: ${problem}`);
  if (rule.children) return [...messages, ...validateChildren(element, rule.children, path)];
  const holdsMarkup = ["content", "title", "subtitle", "summary", "rights"].includes(element.name);
  if (!holdsMarkup && element.children.length > 0) messages.push(`${path}: holds elements`);
  return messages;
}

function validateAttributes(element: XmlElement, known: Readonly<Record<string, boolean>>): string[] {
  const missing = Object.keys(known).filter((name) => known[name] && !element.attributes.has(name));
  const unknown = [...element.attributes.keys()].filter(
    (name) => !name.includes(":") && name !== "xmlns" && !Object.hasOwn(known, name),
  );
  const lang = element.attributes.get("xml:lang");
  return [
    ...missing.map((name) => `lacks the attribute ${name}`),
    ...unknown.map((name) => `has the unknown attribute ${name}`),
    ...(lang !== undefined && !isLanguage(lang) ? [`has a bad xml:lang (found ${lang})`] : []),
  ];
}

function validateChildren(
  element: XmlElement,
  allowed: Readonly<Record<string, readonly [number, number]>>,
  path: string,
): string[] {
  // Elements of other namespaces are extensions and may stand anywhere.
  const children = element.children.filter((child) => child.namespace === atom || child.namespace === "");
  const count = (name: string) => children.filter((child) => child.name === name).length;
  return [
    ...(element.text.trim() ? [`${path}: holds text`] : []),
    ...Object.entries(allowed).flatMap(([name, [least, most]]) => {
      const found = count(name);
      return found < least || found > most ? [`${path}: has ${found} ${name} elements`] : [];
    }),
    ...children.flatMap((child, index) => {
      const place = `${path}/${child.name}[${index}]`;
      return Object.hasOwn(allowed, child.name) ? validateElement(child, place) : [`${place}: may not stand here`];
    }),
  ];
}

/** What the grammar cannot say: authors, alternates, entries that are told apart. */
function validateFeed(feed: XmlElement): string[] {
  const entries = childrenOf(feed, "entry");
  const ids = entries.map(idOf);
  const repeated = ids.filter((id, index) => ids.indexOf(id) !== index);
  return [
    ...validateAlternates(feed, "/feed"),
    ...(linksOf(feed, "self").length === 1 ? [] : ["/feed: has no link to itself"]),
    ...repeated.map((id) => `/feed: has several entries with the id ${id}`),
    ...(ids.includes(idOf(feed)) ? ["/feed: has the id of one of its entries"] : []),
    ...entries.flatMap((entry, index) => validateEntry(entry, feed, `/feed/entry[${index}]`)),
  ];
}

function validateEntry(entry: XmlElement, feed: XmlElement, path: string): string[] {
  const hasAuthor = [entry, ...childrenOf(entry, "source"), feed].some((it) => childrenOf(it, "author").length > 0);
  const [content] = childrenOf(entry, "content");
  const needsSummary = content?.attributes.has("src") && childrenOf(entry, "summary").length === 0;
  return [
    ...validateAlternates(entry, path),
    ...validateThreading(entry, path),
    ...(hasAuthor ? [] : [`${path}: has no author`]),
    ...(content || linksOf(entry, "alternate").length > 0
      ? []
      : [`${path}: has neither content nor an alternate link`]),
    ...(needsSummary ? [`${path}: has content elsewhere but no summary`] : []),
  ];
}

function validateAlternates(element: XmlElement, path: string): string[] {
  const keys = linksOf(element, "alternate").map(({ attributes }) => {
    return `${attributes.get("type") ?? ""} ${attributes.get("hreflang") ?? ""}`;
  });
  return new Set(keys).size === keys.length ? [] : [`${path}: has several alternate links of one type and language`];
}

function linksOf(element: XmlElement, rel: string): XmlElement[] {
  return childrenOf(element, "link").filter((link) => (link.attributes.get("rel") ?? "alternate") === rel);
}

function childrenOf(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter((child) => child.namespace === atom && child.name === name);
}

function idOf(element: XmlElement): string {
  return childrenOf(element, "id")[0]?.text ?? "";
}

function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}
