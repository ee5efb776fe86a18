import type { Placed } from "./entry-plan.ts";
import { createLinkIndex, type LinkIndex, type LinkTarget } from "./link-index.ts";
import type { ListPlan } from "./list-plan.ts";
import { nearestList } from "./list-redirects.ts";
import type { MenuSources } from "./menu-plan.ts";
import { toTitle } from "./entry-values.ts";
import type { OldSite } from "./old-site.ts";
import type { UrlPlan } from "./plan-urls.ts";
import type { SortedItems } from "./sort-items.ts";
import type { TermPlans } from "./term-plan.ts";

type Sources = {
  readonly site: OldSite;
  readonly sorted: SortedItems;
  readonly placed: readonly Placed[];
  readonly urls: UrlPlan;
};

/** Everything that a link of the old blog may name. */
export function planLinks({ site, sorted, placed, urls }: Sources): LinkIndex {
  const targets = new Map<string, LinkTarget>();
  for (const head of sorted.attachments) {
    const to = urls.attachments.get(head.key)?.to;
    const address = head.attachment?.url;
    if (to !== undefined) targets.set(head.key, { kind: "page", url: to, file: address });
    else if (address) targets.set(head.key, { kind: "file", address });
  }
  return createLinkIndex({
    site,
    entries: placed,
    hidden: [...sorted.hidden, ...sorted.waiting, ...sorted.foreign],
    attachments: targets,
    attachmentHeads: sorted.attachments,
    leads: urls.leads(),
  });
}

/** What a menu item means by type and id. */
export function createMenuObjects(
  placed: readonly Placed[],
  terms: TermPlans,
  lists: ListPlan,
): MenuSources["objectOf"] {
  const entries = new Map(
    placed.filter(({ visibility }) => visibility === "public").map((entry) => [entry.head.id, entry]),
  );
  const byId = new Map(terms.all.filter(({ id }) => id !== "").map((term) => [`${term.taxonomy} ${term.id}`, term]));
  return (type, object, id) => {
    if (type === "taxonomy") {
      const term = byId.get(`${object === "category" ? "categories" : "tags"} ${id}`);
      return term && { url: nearestList(term, lists), title: term.name.split("/").at(-1) ?? term.name };
    }
    const entry = type === "post_type" ? entries.get(id) : undefined;
    return entry && { url: entry.url, title: toTitle(entry.head, entry) };
  };
}
