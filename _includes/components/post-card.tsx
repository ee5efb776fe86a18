import type { Post } from "../../src/content/post.ts";
import type { Excerpt as ExcerptContent } from "../../src/content/content.ts";
import { href } from "../../src/lib/permalink.ts";
import type { PageContext, EntryImage } from "../../src/content/page-context.ts";
import { toLanguageAttributes } from "../strings/language.ts";
import { Excerpt } from "./excerpt.tsx";
import { LeadPicture } from "./lead-picture.tsx";
import { PostDate } from "./post-date.tsx";
import { ReadingTime } from "./reading-time.tsx";
import { StatusMark } from "./status-mark.tsx";
import { TermLinks } from "./term-links.tsx";
import { CommentCount } from "./thread/comment-count.tsx";

type PostCardProps = {
  post: Post;
  excerpt: ExcerptContent;
  context: PageContext;
  /** The first of the home page, set larger, with its picture. */
  isLead?: boolean;
  picture?: EntryImage;
  /** Pinned posts are marked where they stand first. */
  marksPinned?: boolean;
};

export function PostCard({ post, excerpt, context, isLead = false, picture, marksPinned = false }: PostCardProps) {
  const { site } = context;
  const strings = context.stringsOf(post.lang);
  const interfaceLanguage = toLanguageAttributes(strings.lang, post.lang);
  const url = href(site, post.url);
  return (
    <article class={isLead ? "card lead h-entry" : "card h-entry"} {...toLanguageAttributes(post.lang, site.language)}>
      <h2 class="p-name">
        <a class="u-url" href={url}>
          {post.title}
        </a>
      </h2>
      <p class="meta" {...interfaceLanguage}>
        <StatusMark post={post} strings={strings} />
        {marksPinned && post.pinned && <span class="mark">{strings.pinned}</span>}
        <PostDate date={post.date} property="dt-published" lang={post.lang} around={strings.lang} />
        {post.updated && (
          <span class="updated">
            {strings.updated}{" "}
            <PostDate date={post.updated} property="dt-updated" lang={post.lang} around={strings.lang} />
          </span>
        )}
        <ReadingTime rendered={context.contentOf(post)} strings={strings} />
        <CommentCount entry={post} context={context} strings={strings} />
        <span class="terms">
          <TermLinks terms={post.categories} site={site} strings={strings} />
        </span>
      </p>
      {picture && <LeadPicture image={picture} />}
      <Excerpt excerpt={excerpt} />
      <p class="more" {...interfaceLanguage}>
        <a href={url} aria-label={strings.continueReadingOf(post.title)}>
          {strings.continueReading}
        </a>
      </p>
    </article>
  );
}
