import type { Page, Post } from "../../../src/content/post.ts";
import { href } from "../../../src/lib/permalink.ts";
import type { PageContext } from "../../../src/content/page-context.ts";
import type { Strings } from "../../strings/strings.ts";

type CommentCountProps = { entry: Post | Page; context: PageContext; strings: Strings };

/** `3 comments` beside a date, leading to them; nothing where nobody has said anything. */
export function CommentCount({ entry, context: { site, threadOf }, strings }: CommentCountProps) {
  const { count = 0 } = threadOf(entry) ?? {};
  if (count === 0) return null;
  return (
    <a class="said" href={`${href(site, entry.url)}#comments`}>
      {strings.commentCount(count)}
    </a>
  );
}
