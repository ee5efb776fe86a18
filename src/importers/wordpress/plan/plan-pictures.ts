import type { BlogPlan } from "./blog-plan.ts";
import type { ItemHead } from "./item-head.ts";

/** What texts may show of the media library; `shown` are the attachments that are copied anyway. */
export function planPictures(
  items: readonly ItemHead[],
  shown: readonly ItemHead[],
): Pick<BlogPlan, "pictures" | "attached" | "isPublicFile"> {
  const pictures = new Map<string, ItemHead>();
  for (const head of items) if (isOpen(head) && !pictures.has(head.id)) pictures.set(head.id, head);
  const files = new Set(shown.map(({ attachment }) => toOriginal(attachment?.url ?? "")));
  return { pictures, attached: toAttached(pictures), isPublicFile: (address) => files.has(toOriginal(address)) };
}

/** Whatever it hangs from: a public text that shows it makes it public. */
function isOpen({ type, hasPassword, status }: ItemHead): boolean {
  return type === "attachment" && !hasPassword && /^(?:inherit|publish)$/.test(status);
}

function toAttached(pictures: ReadonlyMap<string, ItemHead>): Map<string, readonly string[]> {
  const groups = new Map<string, ItemHead[]>();
  for (const head of pictures.values()) {
    if (head.parent === "" || head.parent === "0") continue;
    const group = groups.get(head.parent);
    if (group) group.push(head);
    else groups.set(head.parent, [head]);
  }
  return new Map([...groups].map(([parent, heads]) => [parent, heads.toSorted(byMenuOrder).map(({ id }) => id)]));
}

function byMenuOrder(a: ItemHead, b: ItemHead): number {
  return a.menuOrder - b.menuOrder || a.id.length - b.id.length || (a.id < b.id ? -1 : 1);
}

/** The address without protocol, query and the size that WordPress puts behind the name. */
function toOriginal(address: string): string {
  return address
    .replace(/^https?:/i, "")
    .replace(/[?#].*$/s, "")
    .replace(/-\d{1,5}x\d{1,5}(?=\.[a-z0-9]{2,5}$)/i, "");
}
