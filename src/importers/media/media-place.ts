import type { MediaRow } from "../import-source.ts";

/** Where a file is in the new blog, as Markdown writes it; or why it is not there. */
export type MediaPlace = { readonly src: string } | { readonly reason: string };

/** What became of one address. */
export type Settled = { readonly place: MediaPlace; readonly row: MediaRow };
