import type { Post } from "../../src/content/post.ts";
import { href } from "../../src/lib/permalink.ts";
import { toLanguageAttributes } from "../strings/language.ts";
import type { PageContext } from "../../src/content/page-context.ts";
import type { Strings } from "../strings/strings.ts";
import { PostDate } from "./post-date.tsx";
import { CommentCount } from "./thread/comment-count.tsx";

type PostTitlesProps = {
  posts: readonly Post[];
  /** Language of the page. */
  lang: string;
  context: PageContext;
  strings: Strings;
};

/** The shortest list: a title, its date and how much was said. */
export function PostTitles({ posts, lang, context, strings }: PostTitlesProps) {
  const { site } = context;
  return (
    <ul class="titles">
      {posts.map((post) => (
        <li>
          <a href={href(site, post.url)} {...toLanguageAttributes(post.lang, lang)}>
            {post.title}
          </a>{" "}
          <span class="meta" {...toLanguageAttributes(strings.lang, lang)}>
            <PostDate date={post.date} property="dt-published" lang={lang} around={strings.lang} />{" "}
            <CommentCount entry={post} context={context} strings={strings} />
          </span>
        </li>
      ))}
    </ul>
  );
}
