import type { ListPage } from "../../src/taxonomy/paginate.ts";
import { toHomeHead } from "../../src/seo/head.ts";
import { Browse } from "../components/browse.tsx";
import { Pagination } from "../components/pagination.tsx";
import { PostList } from "../components/post-list.tsx";
import { MostDiscussed } from "../components/thread/most-discussed.tsx";
import { Voices } from "../components/thread/voices.tsx";
import { Document } from "./document.tsx";
import { toEarlyScript } from "./early-script.ts";
import { toListParts } from "./list-parts.ts";
import type { PageContext } from "../../src/content/page-context.ts";

type HomeLayoutProps = { list: ListPage; context: PageContext };

/** How many voices of the conversation stand beside the posts. */
const shownVoices = 5;

export function HomeLayout({ list, context }: HomeLayoutProps) {
  const { blog, site } = context;
  const strings = context.stringsOf(site.language);
  const isFront = list.number === 1;
  const voices = isFront ? context.latestComments(shownVoices) : [];
  const title = strings.titledPage(strings.posts, list.number);
  const { url, newer, older } = list;
  return (
    <Document
      meta={toHomeHead({ site, url, newer, older, image: context.cardOf(), ...(!isFront && { title }) })}
      url={url}
      parts={toListParts(list.posts, context)}
      {...(isFront && { early: toEarlyScript(context) })}
      context={context}
    >
      <div class="list home h-feed">
        {!isFront && (
          <header class="list-header">
            <h1 class="p-name">{title}</h1>
          </header>
        )}
        <PostList posts={list.posts} isFront={isFront} {...{ context, strings }} />
        {isFront && (
          <div class="beside">
            {voices.length > 0 && <Voices {...{ voices, context, strings }} />}
            <MostDiscussed context={context} strings={strings} />
            <Browse categories={blog.categories} {...{ site, strings }} />
          </div>
        )}
        <Pagination {...{ list, site, strings }} />
      </div>
    </Document>
  );
}
