import type { AuthorArchive } from "../../src/content/blog.ts";
import type { Site } from "../../src/content/site.ts";
import { href } from "../../src/lib/permalink.ts";
import type { Strings } from "../strings/strings.ts";
import { Avatar } from "./avatar.tsx";

type AuthorCardsProps = { archives: readonly AuthorArchive[]; site: Site; strings: Strings };

export function AuthorCards({ archives, site, strings }: AuthorCardsProps) {
  return (
    <ul class="people">
      {archives.map(({ author, url, posts }) => (
        <li class="h-card">
          <Avatar author={author} site={site} />
          <h2 class="p-name">
            <a class="u-url" href={href(site, url)}>
              {author.name}
            </a>
          </h2>
          <p class="meta">{strings.postCount(posts.length)}</p>
          {author.bio && <p class="p-note">{author.bio}</p>}
        </li>
      ))}
    </ul>
  );
}
