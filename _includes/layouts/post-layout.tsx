import type { Post } from "../../src/content/post.ts";
import { toTermTrail } from "../../src/seo/breadcrumbs.ts";
import { toPostHead } from "../../src/seo/head.ts";
import { Breadcrumbs } from "../components/breadcrumbs.tsx";
import { toContents } from "../components/contents-of.ts";
import { Conversation } from "../components/conversation.tsx";
import { PostFooter } from "../components/post-footer.tsx";
import { PostHeader } from "../components/post-header.tsx";
import { PostNeighbours } from "../components/post-neighbours.tsx";
import { SeriesBox } from "../components/series-box.tsx";
import { TableOfContents } from "../components/table-of-contents.tsx";
import { toLanguageAttributes } from "../strings/language.ts";
import { toStrings } from "../strings/to-strings.ts";
import { toConversationHead } from "./conversation-head.ts";
import { Document } from "./document.tsx";
import type { PageContext } from "../../src/content/page-context.ts";

type PostLayoutProps = { post: Post; context: PageContext };

export function PostLayout({ post, context }: PostLayoutProps) {
  const { blog, site, contentOf, imageOf } = context;
  const rendered = contentOf(post);
  const strings = toStrings(post.lang, site.language);
  const language = toLanguageAttributes(strings.lang, post.lang);
  const contents = toContents(post.toc, rendered);
  const series = post.series === undefined ? undefined : blog.series.get(post.series);
  const [category] = post.categories;
  return (
    <Document
      meta={toPostHead({ site, post, rendered, image: imageOf(post), ...toConversationHead(post, context, strings) })}
      url={post.url}
      parts={rendered.parts}
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
        <PostNeighbours neighbours={blog.neighbours.get(post.id) ?? {}} lang={post.lang} {...{ site, strings }} />
        <Conversation entry={post} {...{ context, strings, language }} />
      </div>
    </Document>
  );
}
