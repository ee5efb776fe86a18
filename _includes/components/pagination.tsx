import type { ListPage } from "../../src/taxonomy/paginate.ts";
import type { Site } from "../../src/content/site.ts";
import { href } from "../../src/lib/permalink.ts";
import type { Strings } from "../strings/strings.ts";

type PaginationProps = { list: ListPage; site: Site; strings: Strings };

export function Pagination({ list, site, strings }: PaginationProps) {
  return (
    <>
      {list.count > 1 && (
        <nav class="pagination" aria-label={strings.pagination}>
          {list.newer && (
            <a class="newer" rel="prev" href={href(site, list.newer)}>
              {strings.newerPosts}
            </a>
          )}
          <span>{strings.pageOf(list.number, list.count)}</span>
          {list.older && (
            <a class="older" rel="next" href={href(site, list.older)}>
              {strings.olderPosts}
            </a>
          )}
        </nav>
      )}
    </>
  );
}
