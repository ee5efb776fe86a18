import type { Site } from "../../src/content/site.ts";
import type { Term } from "../../src/content/term.ts";
import { href } from "../../src/lib/permalink.ts";
import type { Strings } from "../strings/strings.ts";

type TermLinksProps = { terms: readonly Term[]; site: Site; strings: Strings };

export function TermLinks({ terms, site, strings }: TermLinksProps) {
  return (
    <>
      {terms.map((term, index) => (
        <>
          {index > 0 && strings.comma}
          <a class="p-category" rel="tag" href={href(site, term.url)}>
            {term.name}
          </a>
        </>
      ))}
    </>
  );
}
