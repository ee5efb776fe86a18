import type { WxrComment } from "../wxr.ts";

/** What is to become of a comment, by what it is and by what its blog made of it. */
export type CommentFate =
  | { readonly kind: "comment" | "ping" }
  /** `isUncertain`: it may have been public on the old blog. */
  | { readonly kind: "dropped"; readonly reason: string; readonly isUncertain?: true };

const unapproved: ReadonlyMap<string, string> = new Map([
  ["0", "it waited for moderation"],
  ["hold", "it waited for moderation"],
  ["spam", "it is marked as spam"],
  ["trash", "it is in the trash"],
  ["post-trashed", "its post is in the trash"],
]);

/** Texts of readers that plugins show beside comments are comments. */
const spoken = new Set(["", "comment", "review", "reply", "question", "answer"]);

const pings = new Set(["pingback", "trackback", "webmention", "mention"]);

const silent = new Set(["like", "dislike", "favorite", "bookmark", "repost", "reaction", "emoji", "rsvp", "read"]);

const internal = new Set([
  "order_note",
  "note",
  "action_log",
  "webhook_delivery",
  "edd_payment_note",
  "llms_order_note",
]);

/** Nothing is shown that its blog did not show. */
export function toCommentFate({ approved, type }: Pick<WxrComment, "approved" | "type">): CommentFate {
  const state = approved.trim().toLowerCase();
  if (state !== "1" && state !== "approve" && state !== "approved") {
    return {
      kind: "dropped",
      reason: unapproved.get(state) ?? `its status says nothing of being public (${show(state)})`,
    };
  }
  const name = type.trim().toLowerCase();
  if (spoken.has(name)) return { kind: "comment" };
  if (pings.has(name)) return { kind: "ping" };
  if (silent.has(name)) return { kind: "dropped", reason: `it has no words of its own (${show(name)})` };
  if (internal.has(name)) return { kind: "dropped", reason: `it was never public (${show(name)})` };
  return { kind: "dropped", reason: `a plugin's type that may not be public (${show(name)})`, isUncertain: true };
}

function show(text: string): string {
  return (
    text
      .replace(/[^\w-]+/g, " ")
      .trim()
      .slice(0, 40) || "empty"
  );
}
