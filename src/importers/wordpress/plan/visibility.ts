import type { ItemHead } from "./item-head.ts";

/** `public` and `draft` are written; of what is hidden, nothing but id and status may be told. */
export type Visibility = "public" | "draft" | "hidden";

type Shown = Pick<ItemHead, "status" | "hasPassword">;

const drafts = new Set(["draft", "pending", "future"]);

/** A status that nobody knows is hidden: it may mean anything. */
export function visibilityOf({ status, hasPassword }: Shown): Visibility {
  if (hasPassword) return "hidden";
  if (status === "publish" || status === "inherit") return "public";
  return drafts.has(status) ? "draft" : "hidden";
}

/** Why an item that is hidden was not written, for the report. */
export function toHiddenReason({ status, hasPassword }: Shown): string {
  if (hasPassword) return "It is behind a password.";
  if (status === "private" || status === "trash") return `It is ${status === "trash" ? "in the trash" : "private"}.`;
  return `Its status, ${status === "" ? "none" : `"${status.slice(0, 40)}"`}, does not say that it is public.`;
}

/** The more careful of two, for an item that comes twice. */
export function moreHidden(a: Visibility, b: Visibility): Visibility {
  const order: readonly Visibility[] = ["public", "draft", "hidden"];
  return order[Math.max(order.indexOf(a), order.indexOf(b))] ?? "hidden";
}
