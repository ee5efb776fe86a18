import type { RateLimit } from "./graphql/world.ts";

/** Points by token and hour, as GitHub counts them. */
export type RateLimiter = {
  /** False when the hour's points are used up; then nothing is taken. */
  readonly charge: (token: string, points: number) => boolean;
  readonly state: (token: string) => RateLimit;
};

const hour = 3_600_000;

export function createRateLimiter(limit: number, now: () => Date): RateLimiter {
  const spent = new Map<string, { points: number; last: number; until: number }>();
  const read = (token: string) => {
    const time = now().getTime();
    const known = spent.get(token);
    const account = known && known.until > time ? known : { points: 0, last: 0, until: time + hour };
    spent.set(token, account);
    return account;
  };
  return {
    charge: (token, points) => {
      const account = read(token);
      if (account.points + points > limit) return false;
      account.points += points;
      account.last = points;
      return true;
    },
    state: (token) => {
      const { points, last, until } = read(token);
      return { limit, cost: last, used: points, remaining: limit - points, resetAt: new Date(until).toISOString() };
    },
  };
}
