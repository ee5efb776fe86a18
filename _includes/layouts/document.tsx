import type { ComponentChildren } from "preact";
import type { HeadMeta } from "../../src/seo/head.ts";
import type { Part } from "../../src/markdown/rendered.ts";
import type { Permalink } from "../../src/lib/permalink.ts";
import { Head } from "../components/head.tsx";
import { SiteFooter } from "../components/site-footer.tsx";
import { SiteHeader } from "../components/site-header.tsx";
import { toDirection, toLanguageAttributes } from "../strings/language.ts";
import { toStrings } from "../strings/to-strings.ts";
import type { PageContext } from "../../src/content/page-context.ts";

type DocumentProps = {
  meta: HeadMeta;
  /** The page's own address. */
  url: Permalink;
  /** What on this page has a style sheet of its own. */
  parts?: readonly Part[];
  context: PageContext;
  children: ComponentChildren;
};

/** The skeleton of every page; header and footer keep the blog's language where the page has another. */
export function Document({ meta, url, parts = [], context, children }: DocumentProps) {
  const { site } = context;
  const strings = toStrings(site.language);
  const language = toLanguageAttributes(site.language, meta.lang);
  return (
    <html lang={meta.lang} dir={toDirection(meta.lang)}>
      <Head meta={meta} parts={parts} context={context} />
      <body>
        <a class="skip" href="#content" {...language}>
          {strings.skipToContent}
        </a>
        <SiteHeader site={site} strings={strings} url={url} language={language} />
        <main id="content">{children}</main>
        <SiteFooter site={site} strings={strings} language={language} />
      </body>
    </html>
  );
}
