import type { Discussion } from "../../src/comments/thread.ts";
import type { Page, Post } from "../../src/content/post.ts";
import type { GiscusSettings } from "../../src/comments/giscus-settings.ts";
import type { PageContext } from "../../src/content/page-context.ts";
import type { Strings } from "../strings/strings.ts";

type JoinButtonProps = {
  entry: Post | Page;
  context: PageContext;
  giscus: GiscusSettings;
  strings: Strings;
  /** Where the conversation is kept, once it has begun. */
  discussion?: Discussion | null;
};

/** The one thing that may ask another server, and only when it is pressed; `client/` reads its `data-` attributes. */
export function JoinButton({ entry, context: { assets }, giscus, strings, discussion }: JoinButtonProps) {
  const discussions = discussion?.url ?? `https://github.com/${giscus.repo}/discussions`;
  const data = {
    "data-host": giscus.host,
    "data-repo": giscus.repo,
    "data-repo-id": giscus.repoId,
    "data-category": giscus.category,
    "data-category-id": giscus.categoryId,
    "data-term": `posts/${entry.id}`,
    "data-number": discussion?.number,
    // giscus may speak the text's language where our words are in the blog's own.
    "data-lang": entry.lang === strings.lang ? entry.lang : `${entry.lang} ${strings.lang}`,
    "data-theme": assets.giscusTheme,
    "data-src": assets.giscus,
    "data-discussions": discussions,
    "data-loading": strings.joinLoading,
    "data-joined": strings.joinLive,
    "data-updated": strings.joinUpdated("{count}"),
    "data-newer": strings.commentNewer,
    "data-failed": strings.joinFailed,
    "data-link": strings.readOnGithub,
  };
  return (
    <>
      <p class="join">
        <button type="button" data-join {...data}>
          {strings.joinConversation}
        </button>
      </p>
      <p class="join-note">{strings.joinNote}</p>
      <noscript>
        <p>
          <a href={discussions}>{strings.readOnGithub}</a>
        </p>
      </noscript>
    </>
  );
}
