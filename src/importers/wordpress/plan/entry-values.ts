import type { EntryValues } from "../../entry-values.ts";
import type { EntryPlan, Placed } from "./entry-plan.ts";
import type { ItemHead } from "./item-head.ts";
import { toSlug } from "../../../lib/slug.ts";
import { formatMoment, toMoment, type Moment } from "./moments.ts";
import type { Filed } from "./registers.ts";
import { sortCategories } from "./read-links.ts";
import { toPlainText } from "./plain-text.ts";

export type ValueSources = {
  readonly filed: Filed;
  /** Who wrote everything that names nobody. */
  readonly mainAuthor: string | undefined;
};

/** The front matter of a post or page, but for what its text says. */
export function toValues(entry: EntryPlan, head: ItemHead, { filed, mainAuthor }: ValueSources): EntryValues {
  const { kind, moment, id, slug, path, visibility, aliases, language } = entry;
  const authors = filed.authors.map(({ key }) => key);
  const isByOther = kind === "post" && (authors.length > 1 || authors[0] !== mainAuthor);
  return {
    title: toTitle(head, entry),
    date: moment && formatMoment(moment),
    updated: toUpdated(head, moment),
    id: id === slug ? undefined : id,
    slug: toSlug(path.slice(path.lastIndexOf("/") + 1).replace(/\.md$/, "")) === slug ? undefined : slug,
    categories: kind === "post" ? sortCategories(filed.categories, entry.link).map(({ name }) => name) : undefined,
    tags: kind === "post" ? filed.tags.map(({ name }) => name) : undefined,
    authors: isByOther ? authors : undefined,
    draft: visibility === "draft" || undefined,
    pinned: (kind === "post" && head.isSticky) || undefined,
    aliases,
    series: kind === "post" ? filed.series : undefined,
    lang: language?.lang,
    translationOf: language?.translationOf,
    comments: toComments(head, kind),
  };
}

/** A post without a title is named by its day, as blogs show it. */
export function toTitle({ title: html, type }: ItemHead, { moment, slug }: Pick<Placed, "moment" | "slug">): string {
  const title = toPlainText(html);
  if (title !== "") return title;
  return type === "post" && moment ? formatMoment(moment).slice(0, 10) : slug;
}

const day = 24 * 60 * 60 * 1000;

/** What was mended within a day was not updated. */
function toUpdated(head: ItemHead, moment: Moment | undefined): string | undefined {
  const modified: Moment | undefined = toMoment(head.modified, head.modifiedGmt);
  return moment && modified && modified.utc - moment.utc > day ? formatMoment(modified) : undefined;
}

/** As the engine has it without a word: open for posts, none for pages. */
function toComments(head: ItemHead, kind: Placed["kind"]): EntryValues["comments"] {
  const isOpen = head.commentStatus === "open" || (kind === "post" && head.commentStatus === "");
  if (kind === "post") return isOpen ? undefined : "closed";
  if (isOpen) return true;
  return head.approved > 0 ? "closed" : undefined;
}
