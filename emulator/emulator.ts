import type { Fault } from "./faults.ts";
import type { StoredCategory } from "./store/model.ts";
import type { Scale } from "./store/generate.ts";
import type { Store } from "./store/store.ts";

export type EmulatorOptions = {
  /** `owner/name`; `klatsch/emulated` unless said. */
  readonly repo?: string;
  /** 0, unless said, is any free one. */
  readonly port?: number;
  /** A folder where the store outlives the process; in memory without it. */
  readonly folder?: string;
  /** A big blog's conversation, made up while it is read. */
  readonly scale?: Scale;
  /** Pages that may frame the widget; all, unless said. */
  readonly origins?: readonly string[];
  readonly categories?: readonly StoredCategory[];
  /** Points an hour and token; 5,000 unless said. */
  readonly rateLimit?: number;
  readonly now?: () => Date;
};

/** One request as it came in. */
export type Asked = {
  readonly method: string;
  readonly path: string;
  readonly operation?: string;
  readonly at: number;
};

export type Control = {
  readonly store: Store;
  readonly fail: (...faults: readonly Fault[]) => void;
  readonly heal: () => void;
  /** Pages that may frame the widget, from now on; none means all. */
  readonly allow: (...origins: readonly string[]) => void;
  /** From now on, sessions that were given out so far have run out. */
  readonly expireSessions: () => void;
  /** What was asked so far, oldest first; only the last 10,000. */
  readonly asked: readonly Asked[];
  /** A session as a reader gets it who has signed in under this name. */
  readonly signIn: (login: string) => string;
};

/** GitHub Discussions and giscus on this machine. */
export type Emulator = {
  /** `http://127.0.0.1:…`, without a slash at the end. */
  readonly url: string;
  readonly graphqlUrl: string;
  readonly giscusHost: string;
  readonly repo: string;
  readonly repoId: string;
  readonly category: string;
  readonly categoryId: string;
  readonly control: Control;
  readonly close: () => Promise<void>;
};
