import type { Store } from "../store/store.ts";

/** What a resolver may look at. */
export type World = {
  readonly store: Store;
  /** Login of whoever asks. */
  readonly viewer: string;
  /** Where pictures of users are. */
  readonly avatars: string;
  readonly now: () => Date;
  readonly rateLimit: () => RateLimit;
};

export type RateLimit = {
  readonly limit: number;
  readonly cost: number;
  readonly remaining: number;
  readonly used: number;
  readonly resetAt: string;
};

/** Where the repository would be on the web. */
export function toRepositoryUrl({ repository: { owner, name } }: Store): string {
  return `https://github.com/${owner}/${name}`;
}
