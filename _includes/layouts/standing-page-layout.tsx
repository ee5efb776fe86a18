import type { Page } from "../../src/content/post.ts";
import { toStandingPageHead } from "../../src/seo/head.ts";
import { toContents } from "../components/contents-of.ts";
import { Conversation } from "../components/conversation.tsx";
import { TableOfContents } from "../components/table-of-contents.tsx";
import { toLanguageAttributes } from "../strings/language.ts";
import { toStrings } from "../strings/to-strings.ts";
import { toConversationHead } from "./conversation-head.ts";
import { Document } from "./document.tsx";
import type { PageContext } from "../../src/content/page-context.ts";

type StandingPageLayoutProps = { page: Page; context: PageContext };

export function StandingPageLayout({ page, context }: StandingPageLayoutProps) {
  const { site, contentOf, imageOf } = context;
  const rendered = contentOf(page);
  const strings = toStrings(page.lang, site.language);
  const language = toLanguageAttributes(strings.lang, page.lang);
  const contents = toContents(page.toc, rendered);
  return (
    <Document
      meta={toStandingPageHead({
        site,
        page,
        rendered,
        image: imageOf(page),
        ...toConversationHead(page, context, strings),
      })}
      url={page.url}
      parts={rendered.parts}
      context={context}
    >
      <article class="post standing h-entry">
        <header class="post-header">
          <h1 class="p-name">{page.title}</h1>
          {page.description && <p class="standfirst p-summary">{page.description}</p>}
        </header>
        {contents.length > 0 && <TableOfContents headings={contents} {...{ strings, language }} />}
        <div class="e-content prose" dangerouslySetInnerHTML={{ __html: rendered.html }} />
      </article>
      <div class="after">
        <Conversation entry={page} {...{ context, strings, language }} />
      </div>
    </Document>
  );
}
