import type { StoredComment, StoredDiscussion, StoredRepository } from "./model.ts";
import type { Scale } from "./generate.ts";
import { findComment } from "./model.ts";
import { openShelf } from "./shelf.ts";
import type { StoreFile } from "./store-file.ts";

export type NewDiscussion = Pick<StoredDiscussion, "title" | "body" | "author" | "categoryId">;

/** What GitHub would not let anyone say of a new comment is for the threads that an emulator begins with. */
type Past = "bodyHtml" | "createdAt" | "deletedAt" | "lastEditedAt" | "minimizedReason" | "reactions";

export type NewComment = Pick<StoredComment, "author" | "body"> &
  Partial<Pick<StoredComment, Past>> & {
    /** Serial of the comment that is answered. */
    readonly replyTo?: number;
  };

/** Everything that the emulated GitHub knows. */
export type Store = {
  readonly repository: StoredRepository;
  readonly numbers: () => readonly number[];
  /** For looking at; to change it, `change` it. */
  readonly discussion: (number: number) => StoredDiscussion | undefined;
  /** Changes a discussion in place and keeps it; undefined when there is none. */
  readonly change: (number: number, edit: (discussion: StoredDiscussion) => void) => StoredDiscussion | undefined;
  readonly addDiscussion: (draft: NewDiscussion) => StoredDiscussion;
  readonly addComment: (number: number, draft: NewComment) => StoredComment | undefined;
  readonly removeDiscussion: (number: number) => void;
};

type StoreOptions = {
  readonly repository: StoredRepository;
  readonly now: () => Date;
  readonly scale?: Scale | undefined;
  readonly file?: StoreFile | undefined;
};

export function createStore({ repository, now, ...options }: StoreOptions): Store {
  const shelf = openShelf({ ...options, categoryId: repository.categories[1]?.id ?? "" });
  const time = () =>
    now()
      .toISOString()
      .replace(/\.\d+Z$/, "Z");
  const change: Store["change"] = (number, edit) => {
    const found = shelf.find(number);
    if (!found) return undefined;
    const own = structuredClone({ ...found });
    edit(own);
    own.updatedAt = time();
    shelf.keep(own);
    return own;
  };
  return {
    repository,
    numbers: shelf.numbers,
    discussion: shelf.find,
    change,
    addDiscussion: (draft) => {
      const times = { createdAt: time(), updatedAt: time() };
      const empty = { locked: false, closed: false, reactions: {}, upvotes: [], lastSerial: 0, comments: [] };
      const own = { number: shelf.nextNumber(), ...draft, ...times, ...empty };
      shelf.keep(own);
      return own;
    },
    addComment: (number, draft) => {
      const added: StoredComment[] = [];
      change(number, (own) => added.push(insert(own, draft, time())));
      return added[0];
    },
    removeDiscussion: shelf.remove,
  };
}

/** Beneath what it answers; an answer to an answer stands beside it, as GitHub has two levels. */
function insert(discussion: StoredDiscussion, { replyTo, ...draft }: NewComment, time: string): StoredComment {
  const serial = discussion.lastSerial + 1;
  discussion.lastSerial = serial;
  const comment = { serial, createdAt: time, updatedAt: time, reactions: {}, upvotes: [], replies: [], ...draft };
  const target = replyTo === undefined ? undefined : findComment(discussion, replyTo);
  (target?.parent ?? target?.comment)?.replies.push(comment);
  if (!target) discussion.comments.push(comment);
  return comment;
}
