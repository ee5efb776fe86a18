import type { Post } from "../../src/content/post.ts";
import type { Strings } from "../strings/strings.ts";

type StatusMarkProps = { post: Post; strings: Strings };

/** Says in development that a post is not public yet; production never has such posts. */
export function StatusMark({ post, strings }: StatusMarkProps) {
  return (
    <>
      {post.status === "draft" && <strong class="mark">{strings.draft}</strong>}
      {post.status === "scheduled" && <strong class="mark">{strings.scheduled}</strong>}
    </>
  );
}
