import type { Page, Post } from "../../src/content/post.ts";
import type { LayoutContext } from "../layouts/layout-context.ts";
import type { LanguageAttributes } from "../strings/language.ts";
import type { Strings } from "../strings/strings.ts";
import { JoinButton } from "./join-button.tsx";

type ConversationProps = { entry: Post | Page; context: LayoutContext; strings: Strings; language: LanguageAttributes };

/** The section beneath a post in which it goes on; nothing at all where the author wants none. */
export function Conversation({ entry, context, strings, language }: ConversationProps) {
  const { giscus, mode } = context;
  const isShown =
    entry.comments === "closed" || (entry.comments === "open" && (giscus !== undefined || mode === "development"));
  return (
    <>
      {isShown && (
        <section id="comments" class="conversation" aria-labelledby="comments-title" {...language}>
          <h2 id="comments-title">{strings.conversation}</h2>
          {entry.comments === "closed" && <p>{strings.conversationClosed}</p>}
          {entry.comments === "open" && giscus && <JoinButton {...{ entry, context, giscus, strings }} />}
          {entry.comments === "open" && !giscus && (
            <p class="hint">
              {strings.setupHint} <code>npm run setup -- owner/name</code>
            </p>
          )}
        </section>
      )}
    </>
  );
}
