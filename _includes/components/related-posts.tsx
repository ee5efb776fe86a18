import type { Post } from "../../src/content/post.ts";
import type { PageContext } from "../../src/content/page-context.ts";
import type { LanguageAttributes } from "../strings/language.ts";
import type { Strings } from "../strings/strings.ts";
import { PostTitles } from "./post-titles.tsx";

type RelatedPostsProps = { post: Post; context: PageContext; strings: Strings; language: LanguageAttributes };

/** Where to read on; nothing where nothing else is about the same. */
export function RelatedPosts({ post, context, strings, language }: RelatedPostsProps) {
  const posts = context.relatedOf(post);
  return (
    <>
      {posts.length > 0 && (
        <nav class="related" aria-labelledby="related">
          <h2 id="related" {...language}>
            {strings.relatedPosts}
          </h2>
          <PostTitles posts={posts} lang={post.lang} context={context} strings={strings} />
        </nav>
      )}
    </>
  );
}
