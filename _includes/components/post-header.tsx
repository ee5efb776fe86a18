import type { Post } from "../../src/content/post.ts";
import type { PageContext } from "../../src/content/page-context.ts";
import type { LanguageAttributes } from "../strings/language.ts";
import type { Strings } from "../strings/strings.ts";
import { AuthorLinks } from "./author-links.tsx";
import { PostDate } from "./post-date.tsx";
import { ReadingTime } from "./reading-time.tsx";
import { StatusMark } from "./status-mark.tsx";
import { CommentCount } from "./thread/comment-count.tsx";
import { Translations } from "./translations.tsx";

type PostHeaderProps = { post: Post; context: PageContext; strings: Strings; language: LanguageAttributes };

export function PostHeader({ post, context, strings, language }: PostHeaderProps) {
  const dates = { lang: post.lang, around: strings.lang };
  return (
    <header class="post-header">
      <h1 class="p-name">{post.title}</h1>
      {post.description && <p class="standfirst p-summary">{post.description}</p>}
      <p class="meta byline" {...language}>
        <StatusMark post={post} strings={strings} />
        <span class="authors">
          {strings.by} <AuthorLinks authors={post.authors} site={context.site} lang={strings.lang} />
        </span>
        <PostDate date={post.date} property="dt-published" {...dates} />
        {post.updated && (
          <span class="updated">
            {strings.updated} <PostDate date={post.updated} property="dt-updated" {...dates} />
          </span>
        )}
        <ReadingTime rendered={context.contentOf(post)} strings={strings} />
        <CommentCount entry={post} context={context} strings={strings} />
      </p>
      <Translations entry={post} {...{ context, strings, language }} />
    </header>
  );
}
