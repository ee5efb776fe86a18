import type { Change, SyncReport } from "../src/github/sync/sync-options.ts";

const words = {
  new: ["new", "would be new"],
  changed: ["changed", "would change"],
  created: ["discussion made", "discussion would be made"],
  pruned: ["pruned", "would be pruned"],
} satisfies Record<Change["change"], readonly [string, string]>;

/** What a person reads: one line for each change, then what needs attention, then the sum. */
export function toSyncLines({ changes, unchanged, vanished, ignored }: SyncReport, dryRun: boolean): string {
  const lines = [
    ...changes.map(
      ({ change, file, number }) => `${file}: ${words[change][dryRun ? 1 : 0]}${number ? ` (#${number})` : ""}`,
    ),
    ...vanished.map(
      ({ file, number }) => `! ${file}: discussion #${number} is gone; the thread is kept (--prune forgets it)`,
    ),
    ...ignored.map(({ number, url, post }) => {
      const reason = post === undefined ? "belongs to no post" : `is a further one of the post "${post}"`;
      return `! discussion #${number} ${reason} (${url})`;
    }),
    `${dryRun ? "Nothing was written: " : ""}${changes.length} changed, ${unchanged} unchanged`,
  ];
  return `${lines.join("\n")}\n`;
}

export function toSyncJson(report: SyncReport, dryRun: boolean): string {
  return `${JSON.stringify({ dryRun, ...report }, undefined, 2)}\n`;
}
