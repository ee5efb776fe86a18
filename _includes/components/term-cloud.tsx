import type { TermArchive } from "../../src/content/blog.ts";
import type { Site } from "../../src/content/site.ts";
import { href } from "../../src/lib/permalink.ts";
import { toSizes } from "../../src/taxonomy/to-sizes.ts";
import type { Strings } from "../strings/strings.ts";
import { Count } from "./count.tsx";

type TermCloudProps = { archives: readonly TermArchive[]; site: Site; strings: Strings };

/** Terms by name, each the larger the more posts it has, and the number beside it for ears and for readers who count. */
export function TermCloud({ archives, site, strings }: TermCloudProps) {
  const toSize = toSizes(archives.map(({ posts }) => posts.length));
  return (
    <ul class="cloud">
      {archives.map(({ term, url, posts }) => (
        <li class={`size-${toSize(posts.length)}`}>
          <a href={href(site, url)}>{term.name}</a> <Count count={posts.length} strings={strings} />
        </li>
      ))}
    </ul>
  );
}
