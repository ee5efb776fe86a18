/** Ids that the layouts use; a heading that would take one is numbered on. */
export const reservedIds: readonly string[] = [
  "browse",
  "comments",
  "comments-title",
  "content",
  "contents",
  "pings",
  "related",
];
