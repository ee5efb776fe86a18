import type { EntryThread } from "../../../src/comments/entry-thread.ts";
import { toLanguageAttributes } from "../../strings/language.ts";
import { CommentList } from "./comment-list.tsx";
import { Pings } from "./pings.tsx";
import { toShownThread, type ThreadView } from "./thread-view.ts";

type ThreadProps = { thread: EntryThread; view: Omit<ThreadView, "language"> };

/** All that was said, as part of the page; `client/` hides what `data-static` marks while the live one stands. */
export function Thread({ thread, view: outside }: ThreadProps) {
  const { entry, strings } = outside;
  const view = { ...outside, language: toLanguageAttributes(strings.lang, entry.lang) };
  const { wordpress, github } = toShownThread(thread);
  const { pings = [] } = thread;
  return (
    <div class="thread" {...toLanguageAttributes(entry.lang, strings.lang)}>
      {wordpress.length > 0 && <CommentList comments={wordpress} view={view} />}
      {github.length > 0 && (
        <div data-static="github">
          <CommentList comments={github} view={view} />
        </div>
      )}
      {pings.length > 0 && <Pings pings={pings} view={view} />}
    </div>
  );
}
