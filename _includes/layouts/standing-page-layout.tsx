import type { Page } from "../../src/content/post.ts";
import { toStandingPageHead } from "../../src/seo/head.ts";
import { toContents } from "../components/contents-of.ts";
import { Conversation } from "../components/conversation.tsx";
import { SourceLinks } from "../components/source-links.tsx";
import { TableOfContents } from "../components/table-of-contents.tsx";
import { Translations } from "../components/translations.tsx";
import { toLanguageAttributes } from "../strings/language.ts";
import { toConversationHead } from "./conversation-head.ts";
import { Document } from "./document.tsx";
import { toSocialImage } from "./social-image.ts";
import { toEntryParts } from "./entry-parts.ts";
import type { PageContext } from "../../src/content/page-context.ts";

type StandingPageLayoutProps = { page: Page; context: PageContext };

export function StandingPageLayout({ page, context }: StandingPageLayoutProps) {
  const { site, contentOf } = context;
  const rendered = contentOf(page);
  const strings = context.stringsOf(page.lang);
  const language = toLanguageAttributes(strings.lang, page.lang);
  const contents = toContents(page.toc, rendered);
  return (
    <Document
      meta={toStandingPageHead({
        site,
        page,
        rendered,
        image: toSocialImage(page, context),
        translations: context.blog.translations.get(page.id),
        ...toConversationHead(page, context, strings),
      })}
      url={page.url}
      styles={context.assets.postStyles}
      parts={toEntryParts(page, context)}
      context={context}
    >
      <article class="post standing h-entry">
        <header class="post-header">
          <h1 class="p-name">{page.title}</h1>
          {page.description && <p class="standfirst p-summary">{page.description}</p>}
          <Translations entry={page} {...{ context, strings, language }} />
        </header>
        {contents.length > 0 && <TableOfContents headings={contents} {...{ strings, language }} />}
        <div class="e-content prose" dangerouslySetInnerHTML={{ __html: rendered.html }} />
        {site.repository && (
          <footer class="post-footer" {...language}>
            <SourceLinks entry={page} site={site} strings={strings} />
          </footer>
        )}
      </article>
      <div class="after">
        <Conversation entry={page} {...{ context, strings, language }} />
      </div>
    </Document>
  );
}
