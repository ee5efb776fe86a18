import type { DateTime } from "luxon";
import type { Post } from "./post.ts";

/** `2 scheduled, next on 2026-12-24 09:00 (Europe/Berlin)`; `scheduled` is ordered by date, next due first. */
export function toScheduleText(scheduled: readonly Post[]): string | undefined {
  const [next] = scheduled;
  if (!next) return undefined;
  return `${scheduled.length} scheduled, next on ${toDueTime(next.date)}`;
}

/** When a post appears, as the blog's own clocks show it. */
export function toDueTime(date: DateTime): string {
  return `${date.toFormat("yyyy-MM-dd HH:mm")} (${date.zoneName})`;
}

/** Posts whose time has come after a moment, such as the last publication. */
export function findDue(posts: readonly Post[], since: DateTime): Post[] {
  return posts.filter(({ status, date }) => status === "published" && date > since);
}
