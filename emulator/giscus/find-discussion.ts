import { createHash } from "node:crypto";
import type { StoredDiscussion } from "../store/model.ts";
import type { Store } from "../store/store.ts";

export type Wanted = {
  readonly term: string;
  /** 0 for none; then term, category and strictness do not count. */
  readonly number: number;
  readonly category: string;
  readonly strict: boolean;
};

/** The discussion of a page, as giscus finds it. */
export function findDiscussion(store: Store, { term, number, category, strict }: Wanted): StoredDiscussion | undefined {
  if (number > 0) return store.discussion(number);
  const categoryId = store.repository.categories.find(({ name }) => name === category)?.id;
  const hash = createHash("sha1").update(term).digest("hex");
  const isMeant = ({ title, body }: StoredDiscussion) => (strict ? body.includes(hash) : title.includes(term));
  for (const known of store.numbers().toReversed()) {
    const discussion = store.discussion(known);
    if (discussion && (!categoryId || discussion.categoryId === categoryId) && isMeant(discussion)) return discussion;
  }
  return undefined;
}
