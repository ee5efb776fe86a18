import type { Comment } from "../../../src/comments/thread.ts";
import { CommentByline } from "./comment-byline.tsx";
import { Reactions } from "./reactions.tsx";
import type { ThreadView } from "./thread-view.ts";

type CommentArticleProps = { comment: Comment; answers?: Comment; view: ThreadView };

/** One comment at its original anchor, without its replies. */
export function CommentArticle({ comment, answers, view }: CommentArticleProps) {
  const { strings, language } = view;
  if (comment.status === "deleted") {
    return (
      <p class="comment stub" id={comment.anchor} {...language}>
        {strings.commentDeleted}
      </p>
    );
  }
  return (
    <article class="comment h-cite" id={comment.anchor}>
      <CommentByline {...{ comment, answers, view }} />
      {comment.status === "minimized" ? (
        <details>
          <summary {...language}>{strings.commentMinimized(comment.reason)}</summary>
          <CommentBody comment={comment} view={view} />
        </details>
      ) : (
        <CommentBody comment={comment} view={view} />
      )}
      <Reactions comment={comment} view={view} />
    </article>
  );
}

type CommentBodyProps = { comment: Comment; view: ThreadView };

function CommentBody({ comment, view: { context } }: CommentBodyProps) {
  return <div class="prose" dir="auto" dangerouslySetInnerHTML={{ __html: context.bodyOf(comment) }} />;
}
