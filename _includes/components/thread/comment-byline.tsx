import type { Comment } from "../../../src/comments/thread.ts";
import { CommentTime } from "./comment-time.tsx";
import { Face } from "./face.tsx";
import type { ThreadView } from "./thread-view.ts";

type CommentBylineProps = { comment: Comment; answers?: Comment; view: ThreadView };

/** Who said it and when; the time is the link to it. */
export function CommentByline({ comment, answers, view }: CommentBylineProps) {
  const { entry, context, strings, language } = view;
  const { author, anchor, createdAt, editedAt } = comment;
  const name = author.name.trim() || strings.anonymous;
  return (
    <header class="meta">
      <Face author={author} src={context.avatarOf(author)} />
      <h3 class="p-author h-card" dir="auto">
        {author.url ? (
          <a class="u-url" rel="nofollow ugc" href={author.url}>
            {name}
          </a>
        ) : (
          name
        )}
      </h3>
      {author.isOwner && (
        <span class="mark" {...language}>
          {strings.ownerMark}
        </span>
      )}
      {answers && (
        <span {...language}>
          {strings.inReplyTo} <a href={`#${answers.anchor}`}>{answers.author.name.trim() || strings.anonymous}</a>
        </span>
      )}
      <a class="u-url" href={`#${anchor}`}>
        <CommentTime time={createdAt} zone={context.site.timezone} lang={entry.lang} />
      </a>
      {editedAt && <span {...language}>{strings.edited}</span>}
    </header>
  );
}
