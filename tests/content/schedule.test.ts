import { DateTime } from "luxon";
import { describe, expect, test } from "vitest";
import { findDue, toScheduleText } from "../../src/content/schedule.ts";
import { build } from "./model.ts";

const at = (date: string) => `---\ntitle: Tea\ndate: ${date}\n---\n\nWords.\n`;

/** Whether a post is out at a moment. */
function isOut(date: string, timezone: string, now: string): boolean {
  return build({ posts: { "a.md": at(date) }, site: { timezone }, now }).blog.posts.length === 1;
}

describe("a post's time comes by the blog's own clocks", () => {
  test.each([
    ["a day alone begins at midnight there", "2026-07-01", "Europe/Berlin", "2026-06-30T22:00:00Z"],
    ["a day alone, east of the date line", "2026-07-01", "Pacific/Kiritimati", "2026-06-30T10:00:00Z"],
    ["a day alone, west of it", "2026-07-01", "Pacific/Pago_Pago", "2026-07-01T11:00:00Z"],
    ["winter time", "2026-01-05 09:00", "Europe/Berlin", "2026-01-05T08:00:00Z"],
    ["summer time", "2026-07-05 09:00", "Europe/Berlin", "2026-07-05T07:00:00Z"],
    ["an hour that summer time skips is an hour later", "2026-03-29 02:30", "Europe/Berlin", "2026-03-29T01:30:00Z"],
    ["an hour that comes twice is the first", "2026-10-25 02:30", "Europe/Berlin", "2026-10-25T00:30:00Z"],
    ["a midnight that summer time skips", "2026-09-06", "America/Santiago", "2026-09-06T04:00:00Z"],
    ["half an hour off", "2026-07-05 09:00", "Asia/Kolkata", "2026-07-05T03:30:00Z"],
    ["an offset of its own goes first", "2026-07-05 09:00 -0500", "Europe/Berlin", "2026-07-05T14:00:00Z"],
  ])("%s", (_, date, zone, moment) => {
    const due = DateTime.fromISO(moment, { zone: "utc" });
    expect(isOut(date, zone, due.toISO() ?? "")).toBe(true);
    expect(isOut(date, zone, due.minus({ seconds: 1 }).toISO() ?? "")).toBe(false);
  });
});

test("what waits is told with the next one's time", () => {
  const posts = { "a.md": at("2027-03-01"), "b.md": at("2026-12-24 09:00").replace("Tea", "Milk") };
  const { blog } = build({ posts, site: { timezone: "Europe/Berlin" } });
  expect(toScheduleText(blog.scheduled)).toBe("2 scheduled, next on 2026-12-24 09:00 (Europe/Berlin)");
  expect(toScheduleText([])).toBeUndefined();
});

test("due since a moment is what has come out after it", () => {
  const posts = { "a.md": at("2026-05-01 08:00"), "b.md": at("2026-05-01 09:00"), "c.md": at("2027-01-01") };
  const { blog } = build({ posts, now: "2026-06-01T00:00:00Z" });
  const due = findDue(blog.posts, DateTime.fromISO("2026-05-01T08:00:00Z", { zone: "utc" }));
  expect(due.map(({ id }) => id)).toEqual(["b"]);
});
