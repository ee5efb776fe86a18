import type { FieldPlaces } from "../content/field-places.ts";
import type { Page, Post } from "../content/post.ts";
import type { Problem } from "../lib/problem.ts";

/** Where `updated` lies before `date`; on the same day it may, because days have no time. */
export function checkDates(entries: readonly (Post | Page)[], placeOf: FieldPlaces): Problem[] {
  return entries.flatMap(({ source, date, updated }): Problem | [] => {
    if (!date || !updated || updated.endOf("day") >= date) return [];
    const [day, changed] = [date, updated].map((time) => time.toFormat("yyyy-MM-dd"));
    const message = `\`updated\` lies before \`date\` (found ${changed}, before ${day})`;
    const remedy = "Correct one of the two; without changes, leave `updated` out.";
    return { id: "date-order", severity: "warning", file: source.file, ...placeOf(source, "updated"), message, remedy };
  });
}
