import type { SyncOptions } from "./sync-options.ts";

// GitHub's limit for making content is about 80 a minute and 500 an hour, with a second in between
// (https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api): some are left for people.
export const mostInAnHour = 450;
export const hour = 60 * 60_000;
const second = 1000;

export type TurnOptions = Pick<SyncOptions, "journal" | "runtime" | "onProgress">;

/** Makes one more discussion or comment when it is time for it. */
export async function makeInTurn<Made>(options: TurnOptions, make: () => Promise<Made>): Promise<Made> {
  const { journal, runtime } = options;
  await waitForTurn(options);
  const start = runtime.now();
  journal.setCreated(start);
  const made = await make();
  // It may have been made only after a limit was waited for: the next one keeps its distance to that.
  if (runtime.now() - start >= second) await runtime.sleep(second);
  return made;
}

async function waitForTurn({ journal, runtime, onProgress }: TurnOptions): Promise<void> {
  const turn = toNextTurn(journal.created());
  for (let left = turn - runtime.now(); left > 0; left = turn - runtime.now()) {
    if (left > 2 * second)
      onProgress(`GitHub lets ${mostInAnHour} discussions and comments be made an hour: ${toDuration(left)} to wait`);
    await runtime.sleep(Math.min(left, second));
  }
}

/** One a second, and so many an hour, earlier runs included. */
export function toNextTurn(created: readonly number[]): number {
  const last = created.at(-1) ?? -Infinity;
  const hourAgo = created.at(-mostInAnHour) ?? -Infinity;
  return Math.max(last + second, hourAgo + hour);
}

/** `12 min` or `40 s` */
export function toDuration(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000);
  return seconds >= 120 ? `${Math.ceil(seconds / 60)} min` : `${seconds} s`;
}
