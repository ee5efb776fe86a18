import type { TermArchive } from "../../src/content/blog.ts";
import type { Site } from "../../src/content/site.ts";
import { href } from "../../src/lib/permalink.ts";
import type { Strings } from "../strings/strings.ts";
import { Count } from "./count.tsx";

type TermTreeProps = { archives: readonly TermArchive[]; site: Site; strings: Strings };

/** Terms with their counts, children beneath their parent: the index at the back of a book. */
export function TermTree({ archives, site, strings }: TermTreeProps) {
  return (
    <ul class="index">
      {archives.map(({ term, url, posts, children }) => (
        <li>
          <p>
            <a href={href(site, url)}>{term.name}</a> <Count count={posts.length} strings={strings} />
          </p>
          {children.length > 0 && <TermTree archives={children} site={site} strings={strings} />}
        </li>
      ))}
    </ul>
  );
}
