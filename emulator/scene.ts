import type { Asked } from "./emulator.ts";
import type { FaultQueue } from "./faults.ts";
import type { RateLimiter } from "./rate-limiter.ts";
import type { Sessions } from "./sessions.ts";
import type { Store } from "./store/store.ts";
import type { World } from "./graphql/world.ts";

/** All that the parts of a running emulator share. */
export type Scene = {
  readonly url: string;
  readonly store: Store;
  readonly faults: FaultQueue;
  readonly sessions: Sessions;
  readonly limiter: RateLimiter;
  readonly now: () => Date;
  readonly asked: Asked[];
};

/** The scene as one user's token shows it. */
export function toWorld({ url, store, now, limiter }: Scene, viewer: string, token = viewer): World {
  return { store, viewer, avatars: `${url}/avatars`, now, rateLimit: () => limiter.state(token) };
}
