import type { SafeHtml } from "../../lib/safe-html.ts";
import type { Problem } from "../../lib/problem.ts";
import type { Runtime } from "../../web/runtime.ts";
import type { GraphqlClient } from "../graphql-client.ts";
import type { Place } from "../list-discussions.ts";
import type { AssetStore } from "./asset-store.ts";
import type { Journal } from "./journal.ts";
import type { ThreadFiles } from "./thread-files.ts";

/** What of a post or page matters here. */
export type SyncPost = {
  readonly id: string;
  readonly title: string;
  /** Full address. */
  readonly url: string;
  readonly excerpt: () => Promise<string>;
  /** Published, and open for comments. */
  readonly isOpen: boolean;
};

export type SyncOptions = {
  readonly place: Place & { readonly repoId: string };
  /** The order in which discussions are made for them. */
  readonly posts: readonly SyncPost[];
  /** Logins of the blog's authors, in lower case. */
  readonly owners: ReadonlySet<string>;
  readonly client: GraphqlClient;
  readonly files: ThreadFiles;
  readonly assets: AssetStore;
  readonly journal: Journal;
  readonly runtime: Runtime;
  readonly sanitize: (html: string) => SafeHtml;
  readonly onProgress: (text: string) => void;
  readonly create: boolean;
  readonly full: boolean;
  readonly prune: boolean;
  readonly dryRun: boolean;
};

/** `created`: the discussion is new; `pruned`: what GitHub does not have any more is gone from the file too. */
export type Change = {
  readonly change: "new" | "changed" | "created" | "pruned";
  readonly post: string;
  readonly file: string;
  /** Undefined: a discussion that a dry run did not make. */
  readonly number?: number;
};

export type SyncReport = {
  readonly changes: readonly Change[];
  readonly unchanged: number;
  /** Threads that are kept although their discussion is gone. */
  readonly vanished: readonly { readonly post: string; readonly number: number; readonly file: string }[];
  /** Discussions that no post shows, because it has another one or there is no such post. */
  readonly ignored: readonly { readonly number: number; readonly url: string; readonly post?: string }[];
  readonly problems: readonly Problem[];
};
