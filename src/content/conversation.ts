import type { EntryThread } from "../comments/entry-thread.ts";
import { asPermalink, toFilePermalink, type Permalink } from "../lib/permalink.ts";
import type { Blog } from "./blog.ts";
import type { Entry } from "./post.ts";

type Subject = Pick<Entry, "id" | "comments">;

/** The thread of a post or page; undefined where nothing was said, or where the author wants no thread. */
export function threadOf({ threads }: Pick<Blog, "threads">, entry: Subject): EntryThread | undefined {
  return entry.comments === "none" ? undefined : threads.get(entry.id.normalize("NFC"));
}

/** Whether there is anything to show of a thread; `sync` also keeps the numbers of discussions that nobody has opened. */
export function hasWords(thread: EntryThread | undefined): thread is EntryThread {
  return thread !== undefined && thread.comments.length + (thread.pings?.length ?? 0) > 0;
}

/** Whether an entry has a conversation that a feed can follow: something was said, or can be. */
export function hasConversation(blog: Pick<Blog, "threads" | "isJoinable">, entry: Subject): boolean {
  return hasWords(threadOf(blog, entry)) || (entry.comments === "open" && blog.isJoinable);
}

/** Where the comments feed of a page stands: below it, for `/a.html` as for `/a/`. */
export function toCommentsFeedUrl(page: Permalink): Permalink {
  const folder = page.endsWith("/") ? page : `${page.replace(/\.html$/, "")}/`;
  return toFilePermalink(asPermalink(folder), "comments.xml");
}
