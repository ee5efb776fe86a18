import type { Site } from "../../src/content/site.ts";
import { href, toPermalink } from "../../src/lib/permalink.ts";
import type { Strings } from "../strings/strings.ts";

type SearchFieldProps = { site: Site; strings: Strings };

/** The masthead's way to the search; without scripts it leads to the archive. */
export function SearchField({ site, strings }: SearchFieldProps) {
  return (
    <form role="search" action={href(site, toPermalink("archive"))}>
      <input
        type="search"
        name="q"
        placeholder={strings.search}
        aria-label={strings.searchLabel}
        aria-keyshortcuts="/"
      />
      <button type="submit" aria-label={strings.search}>
        ›
      </button>
    </form>
  );
}
