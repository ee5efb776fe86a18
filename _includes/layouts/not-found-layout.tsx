import { toNotFoundHead } from "../../src/seo/head.ts";
import { href, toPermalink } from "../../src/lib/permalink.ts";
import type { Permalink } from "../../src/lib/permalink.ts";
import { PostTitles } from "../components/post-titles.tsx";
import { MostDiscussed } from "../components/thread/most-discussed.tsx";
import { Document } from "./document.tsx";
import { toEarlyScript } from "./early-script.ts";
import type { PageContext } from "../../src/content/page-context.ts";

type NotFoundLayoutProps = { url: Permalink; context: PageContext };

/** Shown under any address, so that every link on it starts at the root. */
export function NotFoundLayout({ url, context }: NotFoundLayoutProps) {
  const { blog, site } = context;
  const strings = context.stringsOf(site.language);
  return (
    <Document
      meta={toNotFoundHead({ site, title: strings.notFoundTitle })}
      url={url}
      early={toEarlyScript(context)}
      context={context}
    >
      <div class="list not-found">
        <header class="list-header">
          <h1>{strings.notFoundTitle}</h1>
          <p class="standfirst">{strings.notFoundText}</p>
        </header>
        {blog.posts.length > 0 && (
          <section>
            <h2>{strings.recentPosts}</h2>
            <PostTitles posts={blog.posts.slice(0, 5)} lang={site.language} context={context} strings={strings} />
          </section>
        )}
        <MostDiscussed context={context} strings={strings} />
        <p>
          <a href={href(site, toPermalink("archive"))}>{strings.allPosts}</a>
        </p>
      </div>
    </Document>
  );
}
