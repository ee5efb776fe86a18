import type { XmlElement } from "./xml-tree.ts";

const thread = "http://purl.org/syndication/thread/1.0";

/** RFC 4685: what an entry answers, and the link to its answers; `path` names the entry. */
export function validateThreading(entry: XmlElement, path: string): string[] {
  const replies = entry.children.filter(({ namespace, name }) => namespace === thread && name === "in-reply-to");
  const links = entry.children.filter(({ name, attributes }) => name === "link" && hasThreadAttributes(attributes));
  return [...replies.flatMap(checkReply), ...links.flatMap(checkLink)].map((problem) => `${path}: ${problem}`);
}

function hasThreadAttributes(attributes: XmlElement["attributes"]): boolean {
  return [...attributes.keys()].some((name) => name.startsWith("thr:"));
}

function checkReply({ attributes, children, text }: XmlElement): string[] {
  const ref = attributes.get("ref");
  const unknown = [...attributes.keys()].filter((name) => !["ref", "href", "type", "source"].includes(name));
  return [
    ...(ref === undefined ? ["thr:in-reply-to lacks the attribute ref"] : []),
    ...(ref !== undefined && !URL.canParse(ref) ? [`thr:in-reply-to has a ref that is no IRI (found ${ref})`] : []),
    ...["href", "source"].flatMap((name) => {
      const value = attributes.get(name);
      return value === undefined || URL.canParse(value) ? [] : [`thr:in-reply-to has a bad ${name} (found ${value})`];
    }),
    ...unknown.map((name) => `thr:in-reply-to has the unknown attribute ${name}`),
    ...(children.length > 0 || text.trim() ? ["thr:in-reply-to is not empty"] : []),
  ];
}

function checkLink({ attributes }: XmlElement): string[] {
  const count = attributes.get("thr:count");
  const updated = attributes.get("thr:updated");
  return [
    ...(attributes.get("rel") === "replies" ? [] : ["only a link to replies may be counted"]),
    ...(count !== undefined && !/^\d+$/.test(count) ? [`thr:count is no number (found ${count})`] : []),
    ...(updated !== undefined && Number.isNaN(Date.parse(updated))
      ? [`thr:updated is no time (found ${updated})`]
      : []),
  ];
}
