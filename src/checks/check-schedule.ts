import type { Blog } from "../content/blog.ts";
import { toDueTime } from "../content/schedule.ts";
import type { Problem } from "../lib/problem.ts";
import type { FieldPlaces } from "./field-places.ts";

/** What is not out yet, and when it will be. */
export function checkSchedule({ drafts, scheduled }: Blog, placeOf: FieldPlaces): Problem[] {
  return [
    ...drafts.map(({ source }): Problem => {
      const place = placeOf(source, "draft");
      const remedy = "Remove the line to publish it.";
      return {
        id: "post-draft",
        severity: "warning",
        file: source.file,
        ...place,
        message: "the post is a draft",
        remedy,
      };
    }),
    ...scheduled.map(({ source, date }): Problem => {
      const place = placeOf(source, "date");
      const message = `the post waits until ${toDueTime(date)}`;
      const remedy = "It appears with the first build after that.";
      return { id: "post-scheduled", severity: "warning", file: source.file, ...place, message, remedy };
    }),
  ];
}
