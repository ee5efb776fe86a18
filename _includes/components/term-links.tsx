import type { Site } from "../../src/content/site.ts";
import type { Term } from "../../src/content/term.ts";
import { href } from "../../src/lib/permalink.ts";

type TermLinksProps = { terms: readonly Term[]; site: Site };

export function TermLinks({ terms, site }: TermLinksProps) {
  return (
    <>
      {terms.map((term, index) => (
        <>
          {index > 0 && ", "}
          <a class="p-category" rel="tag" href={href(site, term.url)}>
            {term.name}
          </a>
        </>
      ))}
    </>
  );
}
