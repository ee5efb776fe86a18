import type { DateTime } from "luxon";
import type { Finding } from "../finding.ts";
import type { PlainData } from "./front/plain-data.ts";

export const generatorNames = ["jekyll", "hexo", "hugo", "eleventy", "zola"] as const;
export type GeneratorName = (typeof generatorNames)[number];

/** A text file of the site, by its path alone. */
export type TextPlace = {
  readonly path: string;
  /** A section is a list of others: the new blog makes its lists itself. */
  readonly kind: "post" | "page" | "section";
  /** Path without root, extension and `index`: what its address is made of. */
  readonly stem: string;
  readonly isDraft?: boolean;
  /** Folder, with `/`, whose other files belong to this text. */
  readonly bundle?: string | undefined;
  /** Language by the name of the file or folder. */
  readonly lang?: string | undefined;
  /** Categories by the folders that it lies in. */
  readonly categories?: readonly string[];
  /** Why it is no text of the new blog. */
  readonly skip?: string | undefined;
};

/** What an old address is made of. */
export type AddressParts = {
  readonly place: TextPlace;
  readonly data: PlainData;
  readonly title: string;
  /** In the zone of the blog. */
  readonly date: DateTime<true> | undefined;
  readonly categories: readonly string[];
};

export type NavLink = { readonly label: string; readonly url: string };

/** The settings that all generators have. */
export type SiteFacts = {
  readonly title?: string | undefined;
  readonly description?: string | undefined;
  /** Full address, with the base path. */
  readonly url?: string | undefined;
  readonly language?: string | undefined;
  readonly timezone?: string | undefined;
  readonly author?: string | undefined;
  readonly nav: readonly NavLink[];
};

/** Given on the command line, because the file that says it is not there. */
export type SiteOverrides = {
  readonly url?: string | undefined;
  readonly timezone?: string | undefined;
  /** Pattern of posts in the generator's own notation. */
  readonly permalink?: string | undefined;
};

/** A site of one generator, its settings read. */
export type OpenSite = {
  readonly generator: GeneratorName;
  readonly facts: SiteFacts;
  /** All settings, for templates that ask for them. */
  readonly data: PlainData;
  readonly places: readonly TextPlace[];
  /** Front matter that a file has by its folder. */
  readonly defaultsOf: (place: TextPlace) => PlainData;
  /** Raw path on the old site, beginning with `/`; undefined when nobody can tell. */
  readonly addressOf: (parts: AddressParts) => string | undefined;
  readonly termsOf: (data: PlainData, place: TextPlace) => Terms;
  /** Where files of an old address can lie, best first. */
  readonly filesOf: (address: string) => readonly string[];
  /** The old address of a file that is published as it is. */
  readonly addressOfFile: (path: string) => string | undefined;
  /** Old addresses of lists and feeds, and what they are now. */
  readonly lists: readonly { readonly from: string; readonly to: string }[];
  /** The old address of the list of a term. */
  readonly termPathOf?: (kind: "categories" | "tags", name: string) => string;
  readonly text: TextRules;
  readonly findings: readonly Finding[];
};

export type Terms = { readonly categories: readonly string[]; readonly tags: readonly string[] };

/** How the generator reads a text. */
export type TextRules = {
  readonly templates: "liquid" | "hexo" | "hugo" | "zola";
  readonly isKramdown: boolean;
  /** A single end of line is shown as one. */
  readonly breaksLines: boolean;
  /** `$` means a formula. */
  readonly hasMath: boolean;
  readonly excerptSeparator?: string | undefined;
  /** A time without a zone is UTC, as in Ruby's YAML, not the blog's. */
  readonly readsTimesAsUtc: boolean;
};
