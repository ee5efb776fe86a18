import type { Site } from "../../src/content/site.ts";
import { href, toPermalink } from "../../src/lib/permalink.ts";
import type { Strings } from "../strings/strings.ts";
import { CommaList } from "./comma-list.tsx";

type SearchStatusProps = { site: Site; strings: Strings };

/** What there is to say of a search; the script shows one line at a time. */
export function SearchStatus({ site, strings }: SearchStatusProps) {
  const archive = <a href={href(site, toPermalink("archive"))}>{strings.allPosts}</a>;
  const lists = [
    <a href={href(site, toPermalink("categories"))}>{strings.categories}</a>,
    <a href={href(site, toPermalink("tags"))}>{strings.tags}</a>,
  ];
  return (
    <>
      <noscript>
        <p>
          {strings.searchNoScript} {archive}
        </p>
      </noscript>
      <div role="status">
        <p data-when="searching" class="meta" hidden>
          {strings.searching}
        </p>
        <p data-when="found" class="meta" hidden {...toDataAttributes(strings.searchCount)} />
        <p data-when="nothing" hidden>
          {strings.searchNothing} <CommaList items={[archive, ...lists]} lang={strings.lang} />
        </p>
        <p data-when="failed" hidden>
          {strings.searchFailed} {archive}
        </p>
      </div>
    </>
  );
}

/** `data-one`, `data-other`: the script knows the number. */
function toDataAttributes(forms: Strings["searchCount"]): Record<string, string> {
  return Object.fromEntries(Object.entries(forms).map(([rule, text]) => [`data-${rule}`, text]));
}
