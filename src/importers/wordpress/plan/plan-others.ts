import type { ItemRecord, UrlRow } from "../../import-source.ts";
import type { ItemHead } from "./item-head.ts";
import type { MenuPlan } from "./menu-plan.ts";
import { readOldAddress, toOwnPath, type OldSite } from "./old-site.ts";
import type { SortedItems } from "./sort-items.ts";
import { toHiddenReason, visibilityOf } from "./visibility.ts";

/** An item that is no post or page of the new blog. */
export type OtherItem = {
  readonly outcome: Exclude<ItemRecord["outcome"], { readonly kind: "written" }>;
  /** Nothing but id and status may be told. */
  readonly isHidden: boolean;
  readonly urls: readonly UrlRow[];
};

/** By key, why items are no posts or pages of the new blog. Attachments are not among them: they are copied. */
export function planOthers(sorted: SortedItems, menu: MenuPlan, site: OldSite): ReadonlyMap<string, OtherItem> {
  const others = new Map<string, OtherItem>();
  const skip = (head: ItemHead, reason: string, urls: readonly UrlRow[] = []): void => {
    others.set(head.key, { outcome: { kind: "skipped", reason }, isHidden: false, urls });
  };
  for (const head of sorted.hidden) {
    const outcome = { kind: "skipped", reason: toReason(head) } as const;
    others.set(head.key, { outcome, isHidden: true, urls: toHiddenRows(head) });
  }
  for (const head of sorted.repeated) skip(head, "It is in the export twice; the first one was taken.");
  for (const head of sorted.foreign) skip(head, toForeignReason(head.type), toGoneRows(head, site));
  for (const head of sorted.menuItems) {
    if (menu.used.has(head.key))
      others.set(head.key, { outcome: { kind: "used", as: "nav" }, isHidden: false, urls: [] });
    else if (menu.lost.has(head.key)) others.set(head.key, { outcome: lostLink, isHidden: true, urls: [] });
    else skip(head, "It is not in the one menu of the new blog.");
  }
  return others;
}

/** Its label may be the title of a private page. */
const lostLink = { kind: "skipped", reason: "It leads to nothing that is public." } as const;

function toReason(head: ItemHead): string {
  const isOwn = visibilityOf(head) === "hidden";
  if (isOwn) return toHiddenReason(head);
  return head.type === "attachment"
    ? "It belongs to an item that is not public."
    : "A copy of it in the export is not public.";
}

/** Its name would tell what it is about: the number has to do. */
function toHiddenRows(head: ItemHead): UrlRow[] {
  const isEntry = head.type === "post" || head.type === "page";
  if (!isEntry || head.repeats !== undefined || !/^\d+$/.test(head.id)) return [];
  return [{ from: `/?p=${head.id}`, outcome: "gone", reason: "It is not public." }];
}

const reasons: Readonly<Record<string, string>> = {
  nav_menu_item: "It is a draft of a menu.",
  revision: "It is an earlier version of a text.",
  wp_block: "It is a reusable block; the texts that use it have its content.",
  wp_navigation: "It is a menu of a block theme. Look at `nav` in `_data/site.ts`.",
  wp_template: "It is part of a theme.",
  wp_template_part: "It is part of a theme.",
  wp_global_styles: "It is part of a theme.",
  custom_css: "It is part of a theme.",
  customize_changeset: "It is part of a theme.",
  oembed_cache: "WordPress kept it for itself.",
};

function toForeignReason(type: string): string {
  return (
    reasons[type] ??
    `The new blog has posts and pages alone, and nothing of the type "${type.slice(0, 40)}". Its text is in \`.import/raw\`.`
  );
}

function toGoneRows({ type, status, link }: ItemHead, site: OldSite): UrlRow[] {
  const address = status === "publish" && reasons[type] === undefined ? readOldAddress(link, site) : undefined;
  if (!address) return [];
  const query = address.query.toString();
  const from = toOwnPath(address.path, site) + (query === "" ? "" : `?${query}`);
  return from === "/"
    ? []
    : [{ from, outcome: "gone", reason: `Nothing of the type "${type.slice(0, 40)}" was imported.` }];
}
