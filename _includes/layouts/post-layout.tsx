import type { Post } from "../../src/content/post.ts";
import { toTermTrail } from "../../src/seo/breadcrumbs.ts";
import { toPostHead } from "../../src/seo/head.ts";
import { Breadcrumbs } from "../components/breadcrumbs.tsx";
import { toContents } from "../components/contents-of.ts";
import { Conversation } from "../components/conversation.tsx";
import { PostFooter } from "../components/post-footer.tsx";
import { PostHeader } from "../components/post-header.tsx";
import { PostNeighbours } from "../components/post-neighbours.tsx";
import { RelatedPosts } from "../components/related-posts.tsx";
import { SeriesBox } from "../components/series-box.tsx";
import { toSeriesWindow } from "../components/series-window.ts";
import { TableOfContents } from "../components/table-of-contents.tsx";
import { toLanguageAttributes } from "../strings/language.ts";
import { toConversationHead } from "./conversation-head.ts";
import { Document } from "./document.tsx";
import { toSocialImage } from "./social-image.ts";
import { toEntryParts } from "./entry-parts.ts";
import type { PageContext } from "../../src/content/page-context.ts";

type PostLayoutProps = { post: Post; context: PageContext };

export function PostLayout({ post, context }: PostLayoutProps) {
  const { blog, site, contentOf } = context;
  const rendered = contentOf(post);
  const strings = context.stringsOf(post.lang);
  const language = toLanguageAttributes(strings.lang, post.lang);
  const contents = toContents(post.toc, rendered);
  const series = post.series === undefined ? undefined : blog.series.get(post.series);
  const [category] = post.categories;
  return (
    <Document
      meta={toPostHead({
        site,
        post,
        rendered,
        image: toSocialImage(post, context),
        translations: blog.translations.get(post.id),
        ...toConversationHead(post, context, strings),
      })}
      url={post.url}
      styles={context.assets.postStyles}
      parts={toEntryParts(post, context)}
      context={context}
    >
      <article class="post h-entry">
        {category && <Breadcrumbs trail={toTermTrail(category)} site={site} strings={strings} />}
        <PostHeader {...{ post, context, strings, language }} />
        {series && <SeriesBox {...{ series, post, site, strings, language }} />}
        {contents.length > 0 && <TableOfContents headings={contents} {...{ strings, language }} />}
        <div class="e-content prose" dangerouslySetInnerHTML={{ __html: rendered.html }} />
        <PostFooter {...{ post, site, strings, language }} />
      </article>
      <div class="after">
        <PostNeighbours
          neighbours={blog.neighbours.get(post.id) ?? {}}
          parts={series ? toSeriesWindow(series, post).neighbours : {}}
          lang={post.lang}
          {...{ site, strings }}
        />
        <RelatedPosts {...{ post, context, strings, language }} />
        <Conversation entry={post} {...{ context, strings, language }} />
      </div>
    </Document>
  );
}
