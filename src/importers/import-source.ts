import type { Finding } from "./finding.ts";

/** A file of the new blog, by its path in the blog folder. */
export type OutputFile = { readonly path: string; readonly content: string | Uint8Array };

/** What became of an old address. `to` is a raw path of the new blog, without its base path. */
export type UrlRow =
  | { readonly from: string; readonly outcome: "same" | "redirect"; readonly to: string }
  | { readonly from: string; readonly outcome: "gone"; readonly reason: string };

/** What became of a comment. `thread` is the id of the post or page under which it is. */
export type CommentRow = {
  readonly id: string;
  readonly type: string;
  /** As the export says: `1`, `0`, `spam`, `trash`. */
  readonly approved: string;
} & (
  | {
      readonly outcome: "shown" | "ping";
      readonly thread: string;
      readonly parent?: string;
      /** 0 for a comment that answers none. */
      readonly depth: number;
      /** Its parent is not in the export. */
      readonly isOrphan?: true;
    }
  | { readonly outcome: "dropped"; readonly reason: string }
);

/** What became of a picture or another file. */
export type MediaRow = { readonly from: string } & (
  | {
      readonly outcome: "copied" | "downloaded";
      /** In the blog folder. */
      readonly path: string;
      readonly bytes: number;
      /** SHA-256. */
      readonly hash: string;
    }
  | { readonly outcome: "failed" | "left"; readonly reason: string }
);

/** What became of one item of the source; all that the report says of it. */
export type ItemRecord = {
  /** The same in every run: `post-12`, or the path of a Markdown file. */
  readonly key: string;
  /** `post`, `page`, `attachment`, `nav_menu_item`… */
  readonly type: string;
  /** `publish`, `draft`, `private`… */
  readonly status: string;
  /** Undefined for what may not be named: private items, those with a password and those in the trash. */
  readonly title?: string;
  readonly outcome:
    | { readonly kind: "written"; readonly path: string; readonly isDraft?: true }
    /** It is in the new blog, but not as a file of its own: a menu item in `nav`, an attachment in `public/`. */
    | { readonly kind: "used"; readonly as: string }
    | { readonly kind: "skipped"; readonly reason: string };
  readonly urls: readonly UrlRow[];
  readonly comments: readonly CommentRow[];
  readonly media: readonly MediaRow[];
  readonly findings: readonly Finding[];
};

export type ConvertedItem = {
  readonly record: ItemRecord;
  readonly files: readonly OutputFile[];
  /** The untouched source of its text, kept in `.import/raw/`; the name has no folder. */
  readonly raw?: { readonly name: string; readonly text: string };
};

/** An item that has been read but not converted: the journal may know already what becomes of it. */
export type PendingItem = {
  readonly key: string;
  /** Hash of everything that its conversion depends on. */
  readonly input: string;
  readonly convert: () => Promise<ConvertedItem>;
};

/** How many there are, by a name such as `post publish` or `comment pingback 1`. */
export type Counts = Readonly<Record<string, number>>;

/** A blog that has been surveyed: everything is known of it but its texts. */
export type ImportSource = {
  readonly kind: "wordpress" | "markdown";
  /** Counted by the survey, by itself: what the records must add up to. Items by `<type> <status>`. */
  readonly expected: { readonly items: Counts; /** By `<type> <approved>`. */ readonly comments: Counts };
  /** In an order that is the same in every run. */
  readonly items: () => AsyncIterable<PendingItem>;
  /** What belongs to no item: settings, registers, redirects; once all items are done. */
  readonly finish: () => Promise<SourceRest>;
};

export type SourceRest = {
  readonly files: readonly OutputFile[];
  readonly urls: readonly UrlRow[];
  readonly media: readonly MediaRow[];
  readonly findings: readonly Finding[];
};
