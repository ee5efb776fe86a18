import { hasConversation, hasWords, toCommentsFeedUrl } from "../../src/content/conversation.ts";
import type { Page, Post } from "../../src/content/post.ts";
import { href } from "../../src/lib/permalink.ts";
import type { PageContext } from "../../src/content/page-context.ts";
import type { LanguageAttributes } from "../strings/language.ts";
import type { Strings } from "../strings/strings.ts";
import { JoinButton } from "./join-button.tsx";
import { Thread } from "./thread/thread.tsx";

type ConversationProps = { entry: Post | Page; context: PageContext; strings: Strings; language: LanguageAttributes };

/** The section beneath a post in which it goes on; nothing at all where the author wants none. */
export function Conversation({ entry, context, strings, language }: ConversationProps) {
  const { blog, giscus, mode, site, threadOf } = context;
  const thread = threadOf(entry);
  const isOpen = entry.comments === "open" && !thread?.discussion?.locked;
  const isShown = hasWords(thread) || entry.comments === "closed" || (isOpen && (giscus ?? mode === "development"));
  return (
    <>
      {isShown && (
        <section id="comments" class="conversation" aria-labelledby="comments-title" {...language}>
          <h2 id="comments-title">{strings.conversation}</h2>
          {thread && thread.count > 0 && <p class="meta">{strings.commentCount(thread.count)}</p>}
          {hasWords(thread) && <Thread thread={thread} view={{ entry, context, strings }} />}
          {entry.comments === "closed" && <p>{strings.conversationClosed}</p>}
          {entry.comments === "open" && !isOpen && <p>{strings.conversationLocked}</p>}
          {isOpen && giscus && <JoinButton {...{ entry, context, giscus, strings }} discussion={thread?.discussion} />}
          {isOpen && !giscus && mode === "development" && (
            <p class="hint">
              {strings.setupHint} <code>npm run setup -- owner/name</code>
            </p>
          )}
          {hasConversation(blog, entry) && (
            <p class="meta follow">
              <a href={href(site, toCommentsFeedUrl(entry.url))}>{strings.followConversation}</a>
            </p>
          )}
        </section>
      )}
    </>
  );
}
