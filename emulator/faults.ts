/** What is asked: GraphQL, the giscus server's own API, its widget, or a user's picture. */
export type Target = "graphql" | "api" | "widget" | "avatar";

/**
 * How the emulator can misbehave. For `graphql` and `api`: `rate-limit` (primary), `secondary-rate-limit`,
 * `bad-gateway`, `partial` (half a list, with errors), `truncated` (JSON that stops), `cut` (the connection ends in
 * the middle), `hang`, `reset`, `slow`, `unauthorized`, `not-installed`. For `widget`: `silent`, `refuse` (200 that
 * forbids framing), `redirect` (307), `bad-gateway`, `slow`, `hang`, `reset`.
 */
export const faultKinds = [
  "rate-limit",
  "secondary-rate-limit",
  "bad-gateway",
  "partial",
  "truncated",
  "cut",
  "hang",
  "reset",
  "slow",
  "unauthorized",
  "not-installed",
  "silent",
  "refuse",
  "redirect",
] as const;

export type FaultKind = (typeof faultKinds)[number];

export type Fault = {
  readonly on: Target;
  readonly kind: FaultKind;
  /** How often; 1 unless said, `Infinity` for always. */
  readonly times?: number;
  /** How many requests go well first. */
  readonly after?: number;
  /** Only every n-th request. */
  readonly every?: number;
  /** How long `slow` waits; 3,000 unless said. */
  readonly milliseconds?: number;
  /** What `retry-after` says, in seconds; 1 unless said. */
  readonly retryAfter?: number;
};

export type FaultQueue = {
  readonly add: (...faults: readonly Fault[]) => void;
  readonly clear: () => void;
  /** The fault for this request, if one is due. */
  readonly take: (target: Target) => Fault | undefined;
};

type Waiting = { readonly fault: Fault; left: number; seen: number };

export function createFaultQueue(): FaultQueue {
  let waiting: Waiting[] = [];
  return {
    add: (...faults) => {
      waiting.push(...faults.map((fault) => ({ fault, left: fault.times ?? 1, seen: 0 })));
    },
    clear: () => {
      waiting = [];
    },
    take: (target) => {
      for (const item of waiting) {
        if (item.fault.on !== target || item.left <= 0) continue;
        item.seen++;
        const past = item.seen - (item.fault.after ?? 0);
        if (past <= 0 || past % (item.fault.every ?? 1) !== 0) continue;
        item.left--;
        return item.fault;
      }
      return undefined;
    },
  };
}

export function isFaultKind(value: unknown): value is FaultKind {
  return faultKinds.some((kind) => kind === value);
}
