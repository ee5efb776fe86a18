import type { Runtime } from "../../src/web/runtime.ts";

/** A clock that goes on only by being waited for; `slept` says how long that was. */
export function fakeRuntime(start = Date.parse("2026-11-23T12:00:00Z")): Runtime & { readonly slept: number[] } {
  const slept: number[] = [];
  let now = start;
  return {
    slept,
    now: () => now,
    random: () => 0,
    sleep: (milliseconds) => {
      slept.push(milliseconds);
      now += milliseconds;
      return Promise.resolve();
    },
  };
}
