import type { Author } from "../../src/content/author.ts";
import type { Site } from "../../src/content/site.ts";
import { href } from "../../src/lib/permalink.ts";
import { CommaList } from "./comma-list.tsx";

type AuthorLinksProps = { authors: readonly Author[]; site: Site; lang: string };

export function AuthorLinks({ authors, site, lang }: AuthorLinksProps) {
  const links = authors.map((author) => (
    <a class="p-author h-card" rel="author" href={href(site, author.permalink)}>
      {author.name}
    </a>
  ));
  return <CommaList items={links} lang={lang} />;
}
