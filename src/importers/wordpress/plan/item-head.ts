import { countPages } from "../content/count-pages.ts";
import { readAttachmentSizes } from "../attachment-sizes.ts";
import type { WxrItem, WxrItemTerm } from "../wxr.ts";

/** All that is kept of an item while the whole export is planned: everything but its texts. */
export type ItemHead = {
  /** The same in every run and unlike all others: `post-12`, and `post-12~2` for one that comes again. */
  readonly key: string;
  /** Key of the item that this one repeats. */
  readonly repeats?: string;
  readonly id: string;
  readonly type: string;
  readonly status: string;
  readonly hasPassword: boolean;
  /** As in the export: HTML. */
  readonly title: string;
  readonly link: string;
  readonly guid: string;
  readonly pubDate: string;
  readonly creator: string;
  readonly date: string;
  readonly dateGmt: string;
  readonly modified: string;
  readonly modifiedGmt: string;
  readonly commentStatus: string;
  readonly slug: string;
  readonly parent: string;
  readonly menuOrder: number;
  readonly isSticky: boolean;
  readonly terms: readonly WxrItemTerm[];
  readonly thumbnail: string;
  readonly oldSlugs: readonly string[];
  readonly oldDates: readonly string[];
  /** Parts that `<!--nextpage-->` makes of its text. */
  readonly pages: number;
  /** Approved ones, pings among them. */
  readonly approved: number;
  readonly attachment?: AttachmentHead;
  readonly menuItem?: MenuItemHead;
};

export type AttachmentHead = {
  readonly url: string;
  /** `_wp_attached_file`: its path below the uploads folder. */
  readonly file: string;
  /** Names of its resized copies. */
  readonly sizes: readonly string[];
  readonly alt: string;
  readonly caption: string;
};

export type MenuItemHead = {
  /** `post_type`, `taxonomy`, `custom`. */
  readonly type: string;
  /** `page`, `post`, `category`, `post_tag`… */
  readonly object: string;
  readonly objectId: string;
  /** Id of the menu item that it hangs from, or `0`. */
  readonly parent: string;
  readonly url: string;
};

export type HeadIdentity = { readonly key: string; readonly repeats?: string };

export function toItemHead(item: WxrItem, identity: HeadIdentity, keep: (text: string) => string): ItemHead {
  const metas = (key: string): string[] => item.metas.flatMap((meta) => (meta.key === key ? keep(meta.value) : []));
  const meta = (key: string): string => metas(key)[0] ?? "";
  return {
    ...identity,
    ...keptFields(item, keep),
    hasPassword: item.hasPassword,
    menuOrder: item.menuOrder,
    isSticky: item.isSticky,
    terms: item.terms.map(({ domain, slug, name }) => ({ domain: keep(domain), slug: keep(slug), name: keep(name) })),
    thumbnail: meta("_thumbnail_id"),
    oldSlugs: metas("_wp_old_slug").filter((slug) => slug !== ""),
    oldDates: metas("_wp_old_date"),
    pages: countPages(item.content),
    approved: item.comments.filter(({ approved }) => approved === "1").length,
    ...(item.type === "attachment" && { attachment: toAttachment(item, meta, keep) }),
    ...(item.type === "nav_menu_item" && { menuItem: toMenuItem(meta) }),
  };
}

function keptFields(item: WxrItem, keep: (text: string) => string) {
  const { id, type, status, title, link, guid, pubDate, creator, date, dateGmt, modified, modifiedGmt } = item;
  const { commentStatus, slug, parent } = item;
  return {
    id: keep(id.trim()),
    type: keep(type.trim()),
    status: keep(status.trim()),
    title: keep(title),
    link: keep(link.trim()),
    guid: keep(guid.trim()),
    pubDate: keep(pubDate),
    creator: keep(creator),
    date: keep(date.trim()),
    dateGmt: keep(dateGmt.trim()),
    modified: keep(modified.trim()),
    modifiedGmt: keep(modifiedGmt.trim()),
    commentStatus: keep(commentStatus.trim()),
    slug: keep(slug.trim()),
    parent: keep(parent.trim()),
  };
}

function toAttachment(item: WxrItem, meta: (key: string) => string, keep: (text: string) => string): AttachmentHead {
  return {
    url: keep(item.attachmentUrl.trim()),
    file: meta("_wp_attached_file"),
    sizes: readAttachmentSizes(valueOf(item, "_wp_attachment_metadata")).map(keep),
    alt: meta("_wp_attachment_image_alt"),
    caption: keep(item.excerpt),
  };
}

// Not to be kept: it is long, and there are many.
function valueOf({ metas }: WxrItem, key: string): string {
  return metas.find((meta) => meta.key === key)?.value ?? "";
}

function toMenuItem(meta: (key: string) => string): MenuItemHead {
  return {
    type: meta("_menu_item_type"),
    object: meta("_menu_item_object"),
    objectId: meta("_menu_item_object_id"),
    parent: meta("_menu_item_menu_item_parent"),
    url: meta("_menu_item_url"),
  };
}
