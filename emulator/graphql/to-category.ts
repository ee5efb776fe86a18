import type { StoredCategory } from "../store/model.ts";

export function toCategory({ id, name, slug, emoji, isAnswerable }: StoredCategory) {
  return {
    __typename: "DiscussionCategory",
    id,
    name,
    slug,
    emoji,
    emojiHTML: `<div>${emoji}</div>`,
    description: null,
    isAnswerable,
    createdAt: "2020-01-01T00:00:00Z",
    updatedAt: "2020-01-01T00:00:00Z",
  };
}
