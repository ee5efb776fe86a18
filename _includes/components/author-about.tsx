import type { Author } from "../../src/content/author.ts";
import type { Site } from "../../src/content/site.ts";
import { Avatar } from "./avatar.tsx";

type AuthorAboutProps = { author: Author; site: Site };

/** Who somebody is, on the page of their posts. */
export function AuthorAbout({ author, site }: AuthorAboutProps) {
  return (
    <>
      {(author.bio ?? author.url ?? author.avatar) && (
        <div class="about p-author h-card">
          <Avatar author={author} site={site} />
          <p class="unseen p-name">{author.name}</p>
          {author.bio && <p class="p-note">{author.bio}</p>}
          {author.url && (
            <p class="meta">
              <a class="u-url" rel="me" href={author.url}>
                {author.url.replace(/^https?:\/\/|\/$/g, "")}
              </a>
            </p>
          )}
        </div>
      )}
    </>
  );
}
