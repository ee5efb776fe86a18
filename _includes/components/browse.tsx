import type { TermArchive } from "../../src/content/blog.ts";
import type { Site } from "../../src/content/site.ts";
import type { Strings } from "../strings/strings.ts";
import { TermTree } from "./term-tree.tsx";

type BrowseProps = { categories: readonly TermArchive[]; site: Site; strings: Strings };

/** Beside the posts of the home page: what they are about. */
export function Browse({ categories, site, strings }: BrowseProps) {
  return (
    <>
      {categories.length > 0 && (
        <nav class="browse" aria-labelledby="browse">
          <h2 id="browse">{strings.browse}</h2>
          <TermTree
            archives={categories.map((archive) => ({ ...archive, children: [] }))}
            site={site}
            strings={strings}
          />
        </nav>
      )}
    </>
  );
}
