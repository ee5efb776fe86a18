import type { FieldPlaces } from "../content/field-places.ts";
import type { Page, Post } from "../content/post.ts";
import { toDueTime } from "../content/schedule.ts";
import type { Problem } from "../lib/problem.ts";

/** What is not out yet, and when it will be. */
export function checkSchedule(entries: readonly (Post | Page)[], placeOf: FieldPlaces): Problem[] {
  return entries.flatMap((entry): Problem | [] => {
    const { kind, source } = entry;
    const status = kind === "post" ? entry.status : entry.draft ? "draft" : "published";
    const warn = (id: string, key: string, message: string, remedy: string): Problem => {
      return { id, severity: "warning", file: source.file, ...placeOf(source, key), message, remedy };
    };
    if (status === "draft")
      return warn("post-draft", "draft", `the ${kind} is a draft`, "Remove the line to publish it.");
    if (entry.kind !== "post" || status === "published") return [];
    const message = `the post waits until ${toDueTime(entry.date)}`;
    return warn("post-scheduled", "date", message, "It appears with the first build after that.");
  });
}
