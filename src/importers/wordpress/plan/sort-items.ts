import type { ItemHead } from "./item-head.ts";
import type { Survey } from "./survey.ts";
import { moreHidden, visibilityOf, type Visibility } from "./visibility.ts";

/** The items of an export by what becomes of them. */
export type SortedItems = {
  /** Posts and pages that will be files. */
  readonly entries: readonly { readonly head: ItemHead; readonly visibility: "public" | "draft" }[];
  /** Attachments that may be shown. */
  readonly attachments: readonly ItemHead[];
  readonly menuItems: readonly ItemHead[];
  /** Private items and the like, and what hangs from them. */
  readonly hidden: readonly ItemHead[];
  /** Attachments of drafts: they wait with them. */
  readonly waiting: readonly ItemHead[];
  /** Of types that the new blog does not have. */
  readonly foreign: readonly ItemHead[];
  readonly repeated: readonly ItemHead[];
};

/** An item that comes several times is as hidden as its most hidden copy. */
export function sortItems({ items }: Pick<Survey, "items">): SortedItems {
  const visibilities = toVisibilities(items);
  const owners = toOwners(items, visibilities);
  const sorted = toEmpty();
  for (const head of items) {
    const visibility = visibilities.get(head.repeats ?? head.key) ?? "hidden";
    if (visibility === "hidden") sorted.hidden.push(head);
    else if (head.repeats !== undefined) sorted.repeated.push(head);
    else if (head.type === "post" || head.type === "page") sorted.entries.push({ head, visibility });
    else if (head.type === "attachment") sorted[attachmentList(head, visibility, owners)].push(head);
    else if (head.type === "nav_menu_item" && visibility === "public") sorted.menuItems.push(head);
    else sorted.foreign.push(head);
  }
  return sorted;
}

type Growing = { -readonly [Key in keyof SortedItems]: SortedItems[Key][number][] };

function toEmpty(): Growing {
  return { entries: [], attachments: [], menuItems: [], hidden: [], waiting: [], foreign: [], repeated: [] };
}

function toVisibilities(items: readonly ItemHead[]): Map<string, Visibility> {
  const visibilities = new Map<string, Visibility>();
  for (const head of items) {
    const key = head.repeats ?? head.key;
    visibilities.set(key, moreHidden(visibilities.get(key) ?? "public", visibilityOf(head)));
  }
  return visibilities;
}

/** Posts and pages by id, with how visible they are: an attachment is as public as what it hangs from. */
function toOwners(items: readonly ItemHead[], visibilities: ReadonlyMap<string, Visibility>): Map<string, Visibility> {
  const owners = new Map<string, Visibility>();
  for (const { id, type, key, repeats } of items) {
    if (type === "attachment") continue;
    const own = visibilities.get(repeats ?? key) ?? "hidden";
    owners.set(id, moreHidden(owners.get(id) ?? "public", own));
  }
  return owners;
}

function attachmentList(head: ItemHead, own: Visibility, owners: ReadonlyMap<string, Visibility>) {
  const isAlone = head.parent === "0" || head.parent === "";
  // What it hangs from may be missing because it is private.
  const visibility = isAlone ? own : moreHidden(own, owners.get(head.parent) ?? "hidden");
  if (visibility === "public") return "attachments";
  return visibility === "draft" ? "waiting" : "hidden";
}
