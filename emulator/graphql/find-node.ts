import { findComment, type StoredDiscussion, type Walked } from "../store/model.ts";
import { parseNodeId } from "../store/node-id.ts";
import type { Store } from "../store/store.ts";
import { notFound } from "./not-found.ts";

/** `found` is absent when the id is the discussion's own. */
export type FoundNode = { readonly discussion: StoredDiscussion; readonly found?: Walked };

/** What an id stands for. */
export function findNode(store: Store, id: string): FoundNode {
  const parsed = parseNodeId(id);
  const discussion = parsed && store.discussion(parsed.number);
  if (discussion && parsed.kind === "D") return { discussion };
  const found = discussion && findComment(discussion, parsed.serial);
  if (found) return { discussion, found };
  throw notFound(`Could not resolve to a node with the global id of '${id}'`);
}

/** Changes the comment of an id in place. */
export function changeComment(
  store: Store,
  id: string,
  edit: (walked: Walked, discussion: StoredDiscussion) => void,
): FoundNode {
  const { discussion, found } = findNode(store, id);
  if (!found) throw notFound(`Could not resolve to a DiscussionComment with the global id of '${id}'`);
  const { serial } = found.comment;
  store.change(discussion.number, (own) => {
    const walked = findComment(own, serial);
    if (walked) edit(walked, own);
  });
  return { discussion, found };
}
