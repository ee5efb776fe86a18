import type { ComponentChildren } from "preact";
import type { HeadMeta } from "../../src/seo/head.ts";
import type { Part } from "../../src/markdown/rendered.ts";
import { toDirection } from "../../src/lib/direction.ts";
import type { Permalink } from "../../src/lib/permalink.ts";
import { Head } from "../components/head.tsx";
import { SiteFooter } from "../components/site-footer.tsx";
import { SiteHeader } from "../components/site-header.tsx";
import { toLanguageAttributes } from "../strings/language.ts";
import type { Strings } from "../strings/strings.ts";
import type { PageAssets, PageContext } from "../../src/content/page-context.ts";

type DocumentProps = {
  meta: HeadMeta;
  /** The page's own address. */
  url: Permalink;
  /** The page's style sheet, that of lists unless it is named. */
  styles?: string;
  /** What on this page has a style sheet of its own. */
  parts?: readonly Part[];
  /** Script and style sheet of this kind of page alone. */
  own?: PageAssets | undefined;
  /** A script that runs before anything of the page is seen. */
  early?: string | undefined;
  context: PageContext;
  children: ComponentChildren;
};

/** The skeleton of every page; header and footer keep the blog's language where the page has another. */
export function Document({ meta, url, styles, parts = [], own, early, context, children }: DocumentProps) {
  const { site, assets } = context;
  const strings = context.stringsOf(site.language);
  const language = toLanguageAttributes(site.language, meta.lang);
  return (
    <html lang={meta.lang} dir={toDirection(meta.lang)}>
      <Head styles={styles ?? assets.styles} {...{ meta, parts, own, early, context }} />
      <body>
        <a class="skip" href="#content" {...language}>
          {strings.skipToContent}
        </a>
        <SiteHeader site={site} strings={strings} url={url} language={language} />
        <main
          id="content"
          {...(parts.includes("code") && toCopyWords(context.stringsOf(meta.lang)))}
          {...(parts.includes("images") && toPictureWords(context.stringsOf(meta.lang)))}
        >
          {children}
        </main>
        <SiteFooter site={site} strings={strings} language={language} />
      </body>
    </html>
  );
}

/** What the buttons on blocks of code say; `client/` reads them. */
function toCopyWords({ copy, copied, copyFailed }: Strings) {
  return { "data-copy": copy, "data-done": copied, "data-failed": copyFailed };
}

/** What the buttons around an enlarged picture say; `client/zoom.ts` reads them. */
function toPictureWords({ closePicture, previousPicture, nextPicture, pictureOf }: Strings) {
  return {
    "data-close": closePicture,
    "data-previous": previousPicture,
    "data-next": nextPicture,
    "data-picture": pictureOf("{number}", "{count}"),
  };
}
