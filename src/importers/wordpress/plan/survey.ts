import type { Finding } from "../../finding.ts";
import type { Counts } from "../../import-source.ts";
import type { WxrAuthor, WxrItem, WxrPart, WxrSite, WxrTerm } from "../wxr.ts";
import { createKeeper } from "./keep-text.ts";
import { createReusableBlocks } from "./reusable-blocks.ts";
import { toItemHead, type HeadIdentity, type ItemHead } from "./item-head.ts";

/** What the first pass over an export finds: everything but the texts. */
export type Survey = {
  readonly site: WxrSite;
  readonly authors: readonly WxrAuthor[];
  /** Each once, though every file of an export lists them all. */
  readonly terms: readonly WxrTerm[];
  /** In the order of the files. */
  readonly items: readonly ItemHead[];
  /** Texts of reusable blocks that are public, by id. */
  readonly blocks: ReadonlyMap<string, string>;
  readonly findings: readonly Finding[];
  /** How many posts and pages have a meta of this key. */
  readonly metas: Counts;
  /** Items by `<type> <status>`, comments by `<type> <approved>`. */
  readonly expected: { readonly items: Counts; readonly comments: Counts };
};

/** An export that can be read from its beginning to its end. */
export type SurveyedExport = {
  readonly parts: (onProgress?: (bytes: number) => void) => AsyncIterable<WxrPart>;
};

const nowhere: WxrSite = {
  version: "",
  title: "",
  description: "",
  language: "",
  link: "",
  baseSiteUrl: "",
  baseBlogUrl: "",
};

/** The first pass. An export of 20,000 posts and 250,000 comments leaves some tens of megabytes. */
export async function surveyExport(source: SurveyedExport, onProgress?: (bytes: number) => void): Promise<Survey> {
  const keep = createKeeper();
  const identify = createIdentities();
  const authors = new Map<string, WxrAuthor>();
  const terms = new Map<string, WxrTerm>();
  const items: ItemHead[] = [];
  const counts = { items: new Map<string, number>(), comments: new Map<string, number>() };
  const metas = new Map<string, number>();
  const blocks = createReusableBlocks(keep);
  let site: WxrSite | undefined;
  for await (const part of source.parts(onProgress)) {
    if (part.kind === "site") site ??= part.site;
    else if (part.kind === "author") addFirst(authors, part.author.login, part.author);
    else if (part.kind === "term") addFirst(terms, `${part.term.taxonomy} ${part.term.slug}`, part.term);
    else {
      const { item } = part;
      items.push(toItemHead(item, identify(item), keep));
      if (item.type === "wp_block") blocks.add(item);
      count(counts.items, toItemName(item));
      for (const comment of item.comments) count(counts.comments, toCommentName(comment));
      for (const key of new Set(item.metas.map((meta) => meta.key))) count(metas, key);
    }
  }
  const expected = { items: Object.fromEntries(counts.items), comments: Object.fromEntries(counts.comments) };
  const found = {
    authors: [...authors.values()],
    terms: [...terms.values()],
    blocks: blocks.texts,
    findings: blocks.findings(),
    metas: Object.fromEntries(metas),
  };
  return { site: site ?? nowhere, ...found, items, expected };
}

/** The name under which an item is counted: `post publish`. */
function toItemName({ type, status }: Pick<WxrItem, "type" | "status">): string {
  return `${type.trim() || "unknown"} ${status.trim() || "unknown"}`;
}

/** The name under which a comment is counted: `pingback 1`. An empty type is a comment's. */
function toCommentName({ type, approved }: { readonly type: string; readonly approved: string }): string {
  return `${type || "comment"} ${approved}`;
}

/** Gives every item its key, in the order of the export; both passes need their own. */
export function createIdentities(): (item: Pick<WxrItem, "type" | "id">) => HeadIdentity {
  const seen = new Map<string, number>();
  return ({ type, id }) => {
    const isKnown = /^\d{1,20}$/.test(id.trim());
    const name = toKeyText(type.trim() || "unknown");
    const key = isKnown ? `${name}-${id.trim()}` : name;
    const number = (seen.get(key) ?? 0) + 1;
    seen.set(key, number);
    // What has no id repeats nothing.
    if (!isKnown) return { key: `${key}~${number}` };
    return number === 1 ? { key } : { key: `${key}~${number}`, repeats: key };
  };
}

// Types come from the export, and keys become the names of files.
function toKeyText(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9_-]+/g, "_")
    .slice(0, 80);
}

function addFirst<V>(map: Map<string, V>, key: string, value: V): void {
  if (!map.has(key)) map.set(key, value);
}

function count(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}
