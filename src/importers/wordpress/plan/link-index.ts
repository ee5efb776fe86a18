import type { Lead } from "./list-redirects.ts";
import type { Placed } from "./entry-plan.ts";
import type { ItemHead } from "./item-head.ts";
import { toOldAddresses } from "./old-addresses.ts";
import { decodeSlug } from "./old-permalinks.ts";
import { readOldAddress, toAbsoluteOld, toPathKey, type OldSite } from "./old-site.ts";

/** What a link of the old blog leads to. */
export type LinkTarget =
  | {
      readonly kind: "page";
      readonly url: string;
      /** Full old address of the file whose page it was. */
      readonly file?: string | undefined;
    }
  /** A file that is to be copied: its full old address. */
  | { readonly kind: "file"; readonly address: string }
  /** Something that is not public. */
  | { readonly kind: "hidden" };

export type ResolvedLink =
  | {
      readonly kind: "page";
      /** Raw path from `/` on, with a fragment. */ readonly href: string;
      readonly file?: string | undefined;
    }
  | { readonly kind: "file"; readonly address: string; readonly fragment: string }
  | { readonly kind: "elsewhere"; readonly href: string }
  /** On the old blog, but nothing that the new one has; `backstage` is WordPress itself. */
  | { readonly kind: "hidden" | "lost" | "backstage"; readonly href: string };

export type LinkIndex = {
  /** `from` is the old path of the item that the link stands in. */
  readonly resolve: (href: string, from?: string) => ResolvedLink;
};

export type LinkSources = {
  readonly site: OldSite;
  readonly entries: readonly Placed[];
  /** Items that are not public, and those of types that are not imported. */
  readonly hidden: readonly ItemHead[];
  readonly attachments: ReadonlyMap<string, LinkTarget>;
  readonly attachmentHeads: readonly ItemHead[];
  /** Old addresses of lists and feeds, and whatever else redirects. */
  readonly leads: Iterable<Lead>;
};

/** Finds what old addresses lead to, in all the forms in which people write them. */
export function createLinkIndex(sources: LinkSources): LinkIndex {
  const { site } = sources;
  const targets = toTargets(sources);
  const slugs = toSlugs(sources.entries);
  return {
    resolve: (href, from = "/") => {
      const text = href.trim();
      if (text === "" || text.startsWith("#") || /^(?!https?:)[a-z][a-z0-9+.-]*:/i.test(text)) {
        return { kind: "elsewhere", href: text };
      }
      const address = readOldAddress(text, site, from);
      // A path beside the blog's own folder is on the old host all the same.
      if (!address)
        return { kind: "elsewhere", href: /^(?:https?:)?\/\//i.test(text) ? text : toAbsoluteOld(text, site) };
      const { path, query, fragment } = address;
      if (isUpload(path)) return { kind: "file", address: toAbsoluteOld(text.replace(/#.*$/s, ""), site), fragment };
      if (backstage.test(path)) return { kind: "backstage", href: toAbsoluteOld(text, site) };
      const found = find({ path, query }, targets, slugs);
      if (found === undefined) return { kind: "lost", href: toAbsoluteOld(text, site) };
      if (found.kind === "hidden") return { kind: "hidden", href: toAbsoluteOld(text, site) };
      if (found.kind === "file") return { ...found, fragment };
      return { kind: "page", href: found.url + toFragment(fragment), file: found.file };
    },
  };
}

const backstage =
  /^\/(?:wp-admin(?:\/|$)|wp-(?:login|signup|activate|cron|comments-post|trackback)\.php|wp-json(?:\/|$)|xmlrpc\.php)/i;

function isUpload(path: string): boolean {
  return /^\/(?:wp-content\/uploads|wp-content\/blogs\.dir|files)\/.+\.[a-z0-9]{1,8}$/i.test(path);
}

/** There may be hundreds of thousands: the address of a page stands for itself. */
type Stored = LinkTarget | string;
type Targets = ReadonlyMap<string, Stored>;

function toPage(stored: Stored | undefined): LinkTarget | undefined {
  return typeof stored === "string" ? { kind: "page", url: stored } : stored;
}

function toTargets({ site, entries, hidden, attachments, attachmentHeads, leads }: LinkSources): Targets {
  const targets = new Map<string, Stored>();
  const add = (key: string, target: Stored): void => {
    if (!targets.has(key)) targets.set(key, target);
  };
  for (const entry of entries) {
    const target = toTarget(entry);
    const { links } = toOldAddresses(entry, { ...site, newBasePath: site.basePath });
    for (const old of links) add(toKey(old), target);
  }
  for (const head of [...hidden, ...attachmentHeads]) {
    const target = attachments.get(head.key) ?? unseen;
    const address = readOldAddress(head.link, site);
    if (address && address.path !== "/") add(toPathKey(address.path), target);
    for (const name of ["p", "page_id", "attachment_id"]) add(`/?${name}=${head.id}`, target);
  }
  for (const entry of entries) {
    const { former } = toOldAddresses(entry, { ...site, newBasePath: site.basePath });
    for (const old of former) add(toKey(old), toTarget(entry));
  }
  for (const { from, to } of leads) add(toKey(from), to);
  return targets;
}

const unseen = { kind: "hidden" } as const;

function toTarget({ visibility, url }: Placed): Stored {
  return visibility === "public" ? url : unseen;
}

function toKey(old: string): string {
  return old.includes("?") ? old : toPathKey(old);
}

/** By slug, where one post or page alone has it: WordPress guesses so when an address is wrong. */
type Slugs = ReadonlyMap<string, Stored | undefined>;

function toSlugs(entries: readonly Placed[]): Slugs {
  const slugs = new Map<string, Stored | undefined>();
  for (const entry of entries) {
    const slug = decodeSlug(entry.head.slug).toLowerCase();
    if (slug !== "") slugs.set(slug, slugs.has(slug) ? undefined : toTarget(entry));
  }
  return slugs;
}

const queries = ["p", "page_id", "attachment_id", "cat", "tag", "author", "m", "feed"] as const;

type Asked = { readonly path: string; readonly query: URLSearchParams };

function find({ path, query }: Asked, targets: Targets, slugs: Slugs): LinkTarget | undefined {
  const name = queries.find((known) => query.has(known));
  // What is asked for by a number that nobody has is not the home page.
  if (name !== undefined) return toPage(targets.get(`/?${name}=${query.get(name)}`));
  const words = query.get("s");
  if (words !== null) return { kind: "page", url: `/search/?q=${encodeURIComponent(words)}` };
  return toPage(findByPath(path, targets, slugs));
}

// What WordPress puts behind the address of a post.
const behind = /\/(?:feed(?:\/(?:atom|rss|rss2|rdf))?|comment-page-\d+|page\/\d+|trackback|embed|amp|\d+)$/;

function findByPath(path: string, targets: Targets, slugs: Slugs): Stored | undefined {
  const key = toPathKey(path.replace(/^\/index\.php(?=\/|$)/, "") || "/");
  if (key === "/") return "/";
  const found = targets.get(key) ?? targets.get(`/index.php${key}`);
  if (found !== undefined) return found;
  const shorter = key.replace(behind, "");
  const parent = shorter === key ? undefined : (targets.get(shorter) ?? targets.get(`/index.php${shorter}`));
  return parent ?? slugs.get(shorter.slice(shorter.lastIndexOf("/") + 1));
}

/** Anchors of comments live on; those that WordPress itself made have other names here, or none. */
function toFragment(fragment: string): string {
  if (/^#more-\d+$/.test(fragment) || fragment === "#") return "";
  return /^#(?:respond|comments?|reply-title)$/.test(fragment) ? "#comments" : fragment;
}
