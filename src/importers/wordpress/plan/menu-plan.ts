import type { Finding } from "../../finding.ts";
import type { ItemHead } from "./item-head.ts";
import type { LinkIndex } from "./link-index.ts";
import { toPlainText } from "./plain-text.ts";

export type NavLink = { readonly label: string; readonly url: string };

export type MenuPlan = {
  readonly nav: readonly NavLink[];
  /** Keys of the menu items that are in it. */
  readonly used: ReadonlySet<string>;
  /** Keys of those that lead to nothing public. */
  readonly lost: ReadonlySet<string>;
  readonly findings: readonly Finding[];
};

export type MenuSources = {
  readonly items: readonly ItemHead[];
  /** Name of a menu by its slug. */
  readonly menus: ReadonlyMap<string, string>;
  readonly links: LinkIndex;
  /** Address and title of a post, page or term, by what a menu item says; undefined when it is not public. */
  readonly objectOf: (type: string, object: string, id: string) => { url: string; title: string } | undefined;
};

// More do not fit beside each other.
const most = 12;

/** The links of the header, from the menu that most likely was the blog's main one. */
export function planMenu(sources: MenuSources): MenuPlan {
  const menus = groupByMenu(sources.items);
  const found = chooseMenu(menus, sources);
  const lost = new Set(sources.items.filter((head) => !toLink(head, sources)).map(({ key }) => key));
  if (!found) return { nav: [], used: new Set(), lost, findings: [] };
  const { slug, items } = found;
  const name = sources.menus.get(slug) ?? slug;
  const sorted = toTreeOrder(items);
  const isShort = sorted.length <= most;
  const shown = isShort ? sorted : sorted.filter(({ menuItem }) => isTop(menuItem?.parent));
  const made = shown.flatMap((head) => {
    const link = toLink(head, sources);
    return link ? [{ head, link }] : [];
  });
  const nested = items.filter(({ menuItem }) => !isTop(menuItem?.parent)).length;
  const others = [...menus.keys()].filter((other) => other !== slug).map((other) => sources.menus.get(other) ?? other);
  return {
    nav: made.map(({ link }) => link),
    used: new Set(made.map(({ head }) => head.key)),
    lost,
    findings: [
      ...(nested > 0 ? [toNestedNote(name, nested, isShort)] : []),
      ...(made.length < shown.length ? [toLostNote(name, shown.length - made.length)] : []),
      ...(others.length > 0 ? [toOtherNote(name, others)] : []),
    ],
  };
}

function groupByMenu(items: readonly ItemHead[]): Map<string, ItemHead[]> {
  const menus = new Map<string, ItemHead[]>();
  for (const item of items) {
    const slug = item.terms.find(({ domain }) => domain === "nav_menu")?.slug ?? "";
    menus.set(slug, [...(menus.get(slug) ?? []), item]);
  }
  return menus;
}

/** By its name, else one that leads somewhere and fits; the export does not say which menu stood where. */
function chooseMenu(menus: ReadonlyMap<string, ItemHead[]>, sources: MenuSources) {
  const ranked = [...menus].map(([slug, items]) => {
    const name = `${slug} ${sources.menus.get(slug) ?? ""}`.toLowerCase();
    const isMain = /\b(?:main|primary|header|top|haupt\w*|principal\w*|navigation|nav)\b/.test(name);
    const isAside = /social|footer|sidebar|mobile|fuss|rodap|pie\b/.test(name);
    const live = items.filter((head) => toLink(head, sources)).length;
    const isInternal = items.some(({ menuItem }) => menuItem?.type !== "custom");
    const score = (isMain ? 8 : 0) - (isAside ? 8 : 0) + (isInternal ? 4 : 0) + (items.length <= most ? 2 : 0);
    return { slug, items, live, score: live === 0 ? -100 : score };
  });
  return ranked.toSorted((a, b) => b.score - a.score || b.live - a.live || (a.slug < b.slug ? -1 : 1))[0];
}

function isTop(parent: string | undefined): boolean {
  return parent === undefined || parent === "" || parent === "0";
}

/** Each item with those below it behind it, as a menu is read. */
function toTreeOrder(items: readonly ItemHead[]): ItemHead[] {
  const sorted = items.toSorted(
    (a, b) => a.menuOrder - b.menuOrder || a.id.length - b.id.length || (a.id < b.id ? -1 : 1),
  );
  const children = new Map<string, ItemHead[]>();
  const ids = new Set(items.map(({ id }) => id));
  for (const item of sorted) {
    const parent = item.menuItem?.parent ?? "0";
    const key = ids.has(parent) && parent !== item.id ? parent : "0";
    children.set(key, [...(children.get(key) ?? []), item]);
  }
  const ordered: ItemHead[] = [];
  const waiting = (children.get("0") ?? []).toReversed();
  for (let item = waiting.pop(); item; item = waiting.pop()) {
    ordered.push(item);
    waiting.push(...(children.get(item.id) ?? []).toReversed());
    children.delete(item.id);
  }
  return ordered;
}

function toLink({ title, menuItem }: ItemHead, { links, objectOf }: MenuSources): NavLink | undefined {
  if (!menuItem) return undefined;
  const { type, object, objectId, url } = menuItem;
  const label = toPlainText(title);
  if (type === "custom") return label === "" ? undefined : toCustom(label, url, links);
  const target = objectOf(type, object, objectId);
  const name = label || (target?.title ?? "");
  return target && name !== "" ? { label: name, url: target.url } : undefined;
}

function toCustom(label: string, url: string, links: LinkIndex): NavLink | undefined {
  const link = links.resolve(url);
  if (link.kind !== "page" && link.kind !== "file" && link.kind !== "elsewhere") return undefined;
  const href = link.kind === "file" ? link.address : link.href;
  return /^(?:\/(?!\/)|https?:\/\/|mailto:)/.test(href) ? { label, url: href } : undefined;
}

function toNestedNote(name: string, nested: number, isKept: boolean): Finding {
  const what = isKept ? "they stand behind those above them" : "only those at the top are in `nav`";
  return { kind: "menu", found: name, outcome: "changed", note: `${nested} of its links were nested; ${what}.` };
}

function toLostNote(name: string, count: number): Finding {
  const note = `${count} of its links lead to nothing that is public, and were left out.`;
  return { kind: "menu", found: name, outcome: "changed", note };
}

function toOtherNote(name: string, others: readonly string[]): Finding {
  const note = `The new blog has one menu, and "${name}" became it. Not taken over: ${others.join(", ").slice(0, 200)}.`;
  return { kind: "menu", found: "nav_menu", outcome: "dropped", note };
}
