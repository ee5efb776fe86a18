import { formatLanguages, toSearchLanguages } from "../../src/search/search-languages.ts";
import { toListHead } from "../../src/seo/head.ts";
import { asPermalink, href, toPermalink, type Permalink } from "../../src/lib/permalink.ts";
import { SearchFilters } from "../components/search-filters.tsx";
import { SearchStatus } from "../components/search-status.tsx";
import { toLanguageAttributes } from "../strings/language.ts";
import { Document } from "./document.tsx";
import type { PageContext } from "../../src/content/page-context.ts";

type SearchLayoutProps = { url: Permalink; context: PageContext };

/** A form, and places for what `client/search.ts` finds; all its words are here. */
export function SearchLayout({ url, context }: SearchLayoutProps) {
  const { blog, site, assets } = context;
  const strings = context.stringsOf(site.language);
  return (
    <Document
      meta={toListHead({ site, title: strings.search, description: strings.searchLabel, url })}
      url={url}
      own={assets.search}
      context={context}
    >
      <div
        class="list search"
        data-search={href(site, asPermalink("/pagefind/"))}
        data-languages={formatLanguages(toSearchLanguages(blog))}
        data-places={strings.searchPlaces}
        data-comment={strings.searchComment}
        data-anonymous={strings.anonymous}
        {...toLanguageAttributes(strings.lang, site.language)}
      >
        <header class="list-header">
          <h1>{strings.search}</h1>
        </header>
        <form role="search" action={`${href(site, toPermalink("archive"))}#content`}>
          <p class="search-words">
            <input
              type="search"
              name="q"
              aria-label={strings.searchLabel}
              aria-keyshortcuts="/"
              enterkeyhint="search"
              autocomplete="off"
              dir="auto"
            />
            <button type="submit">{strings.search}</button>
          </p>
          <SearchFilters strings={strings} />
        </form>
        <SearchStatus site={site} strings={strings} />
        <ol class="posts" />
        <button type="button" data-more hidden>
          {strings.searchMore}
        </button>
        <label class="meta" hidden>
          <input type="checkbox" data-key /> {strings.searchKey}
        </label>
      </div>
    </Document>
  );
}
