import type { EntryValues } from "../../entry-values.ts";
import type { Finding } from "../../finding.ts";
import type { Counts } from "../../import-source.ts";
import type { AuthorPlan } from "./author-plan.ts";
import type { EntryPlan } from "./entry-plan.ts";
import type { ItemHead } from "./item-head.ts";
import type { LinkIndex } from "./link-index.ts";
import type { NavLink } from "./menu-plan.ts";
import type { OldSite } from "./old-site.ts";
import type { OtherItem } from "./plan-others.ts";
import type { AttachmentUrls } from "./plan-urls.ts";
import type { TermPlan } from "./term-plan.ts";

export type PlanOptions = {
  /** Of the new blog, where it is not the old one's. */
  readonly url?: string | undefined;
  readonly timezone?: string | undefined;
};

/** What becomes of everything in an export, before a text is read. */
export type BlogPlan = {
  readonly oldSite: OldSite;
  readonly settings: PlannedSettings;
  /** By key, posts and pages that are written. */
  readonly entries: ReadonlyMap<string, EntryPlan>;
  /** The front matter of an entry, but for what its text says: description and picture. */
  readonly valuesOf: (entry: EntryPlan, head: ItemHead) => EntryValues;
  /** By key, files that are copied. */
  readonly attachments: ReadonlyMap<string, ItemHead>;
  /** Keys of files that hang from drafts. */
  readonly waiting: ReadonlySet<string>;
  /** By key, the old pages of files. */
  readonly attachmentUrls: ReadonlyMap<string, AttachmentUrls>;
  /** By key, everything else. */
  readonly others: ReadonlyMap<string, OtherItem>;
  /** Attachments that a text may show, by id. */
  readonly pictures: ReadonlyMap<string, ItemHead>;
  /** Texts of reusable blocks, by id. */
  readonly blocks: ReadonlyMap<string, string>;
  /** Ids of the attachments of an item, by its id, in the order of its gallery. */
  readonly attached: ReadonlyMap<string, readonly string[]>;
  /** Whether a file may be shown though a draft alone has it. */
  readonly isPublicFile: (address: string) => boolean;
  /** Accounts of the blog's authors. */
  readonly authorIds: ReadonlySet<string>;
  readonly links: LinkIndex;
  readonly terms: readonly TermPlan[];
  /** Those who wrote something that is written. */
  readonly authors: readonly AuthorPlan[];
  /** `_data/redirects.json`, but for the pages of files that have to be copied first. */
  readonly redirects: ReadonlyMap<string, string>;
  /** Addresses of lists that stay what they were. */
  readonly same: readonly string[];
  readonly findings: readonly Finding[];
  readonly expected: { readonly items: Counts; readonly comments: Counts };
};

export type PlannedSettings = {
  readonly title: string;
  readonly description: string;
  readonly url: string | undefined;
  readonly language: string | undefined;
  readonly timezone: string;
  readonly permalink: string | undefined;
  readonly defaultCategory: string | undefined;
  /** Key of an author. */
  readonly author: string | undefined;
  readonly nav: readonly NavLink[];
  readonly feedId: string | undefined;
};
