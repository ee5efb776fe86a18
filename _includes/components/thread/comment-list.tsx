import { countHung, foldOlder, type HungComment } from "../../../src/comments/hang-comments.ts";
import { CommentArticle } from "./comment-article.tsx";
import type { ThreadView } from "./thread-view.ts";

type CommentListProps = { comments: readonly HungComment[]; view: ThreadView };

/** What is shown at once; the rest is folded. */
const atOnce = 50;

/** Comments with their replies on a hairline; of a long list the older part is folded, but in the page. */
export function CommentList({ comments, view }: CommentListProps) {
  const { older, recent } = foldOlder(comments, atOnce);
  return (
    <>
      {older.length > 0 && (
        <details class="earlier">
          {/* A link to a comment in here opens it: browsers do so by themselves. */}
          <summary {...view.language}>{view.strings.earlierComments(countHung(older))}</summary>
          <Comments comments={older} view={view} />
        </details>
      )}
      {recent.length > 0 && <Comments comments={recent} view={view} />}
    </>
  );
}

function Comments({ comments, view }: CommentListProps) {
  return (
    <ol>
      {comments.map(({ comment, answers, replies }) => (
        <li>
          <CommentArticle {...{ comment, answers, view }} />
          {replies.length > 0 && <CommentList comments={replies} view={view} />}
        </li>
      ))}
    </ol>
  );
}
