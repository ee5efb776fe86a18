import type { Post } from "../../src/content/post.ts";
import { toExcerpt } from "../../src/content/content.ts";
import type { PageContext } from "../../src/content/page-context.ts";
import type { Strings } from "../strings/strings.ts";
import { PostCard } from "./post-card.tsx";

type PostListProps = {
  posts: readonly Post[];
  context: PageContext;
  strings: Strings;
  /** The first page of the blog: pinned posts are marked, the first post leads. */
  isFront?: boolean;
};

export function PostList({ posts, context, strings, isFront = false }: PostListProps) {
  const { mode, contentOf, imageOf } = context;
  return (
    <div class="posts">
      {posts.map((post, index) => (
        <PostCard
          post={post}
          excerpt={toExcerpt(post, contentOf(post))}
          context={context}
          isLead={isFront && index === 0}
          picture={isFront && index === 0 ? imageOf(post, "lead") : undefined}
          marksPinned={isFront}
        />
      ))}
      {posts.length === 0 && <p>{strings.noPosts}</p>}
      {posts.length === 0 && mode === "development" && <p class="hint">{strings.noPostsHint}</p>}
    </div>
  );
}
