import type { AuthorPlan } from "./author-plan.ts";
import type { PlannedSettings } from "./blog-plan.ts";
import type { NavLink } from "./menu-plan.ts";
import type { OldSite } from "./old-site.ts";
import { toWebAddress } from "./old-site.ts";
import { toPlainText } from "./plain-text.ts";
import type { LinkPlan } from "./read-links.ts";
import type { Survey } from "./survey.ts";
import type { Registers } from "./registers.ts";

export type SettingSources = {
  readonly url: string | undefined;
  readonly site: OldSite;
  readonly language: string | undefined;
  readonly permalinks: LinkPlan;
  readonly registers: Registers;
  readonly author: AuthorPlan | undefined;
  readonly nav: readonly NavLink[];
};

/** `_data/site.ts`; what the export does not say, or what is the engine's own default, is undefined. */
export function planSettings({ site: { title, description } }: Survey, sources: SettingSources): PlannedSettings {
  const { site, permalinks, registers } = sources;
  const old = site.url;
  const given = toWebAddress(sources.url ?? "");
  const category = registers.defaultCategory?.name;
  const ours = permalinks.ours === "/posts/:slug/" ? undefined : permalinks.ours;
  return {
    title: toPlainText(title) || (old?.hostname ?? "A blog"),
    description: toPlainText(description),
    url: toAddress(given ?? old),
    language: sources.language,
    timezone: permalinks.zone,
    permalink: ours,
    defaultCategory: category === "Uncategorized" ? undefined : category,
    author: sources.author?.key,
    nav: sources.nav,
    // Readers of the feed know its entries by the host that they began with.
    feedId: given && old && given.hostname !== old.hostname ? old.hostname + site.basePath : undefined,
  };
}

function toAddress(url: URL | undefined): string | undefined {
  return url && url.origin + `${url.pathname}/`.replace(/\/{2,}/g, "/");
}
