import type { Site } from "../../src/content/site.ts";
import { href } from "../../src/lib/permalink.ts";
import type { Permalink } from "../../src/lib/permalink.ts";
import type { Strings } from "../strings/strings.ts";

type BreadcrumbsProps = {
  trail: readonly { readonly name: string; readonly url: Permalink }[];
  site: Site;
  strings: Strings;
};

/** The way from the home page to here, without here itself: the heading below says that. */
export function Breadcrumbs({ trail, site, strings }: BreadcrumbsProps) {
  return (
    <nav class="breadcrumbs" aria-label={strings.breadcrumbs}>
      <ol>
        {trail.map((crumb) => (
          <li>
            <a href={href(site, crumb.url)}>{crumb.name}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
