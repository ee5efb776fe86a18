import type { NavItem, Site } from "../../src/content/site.ts";
import type { Permalink } from "../../src/lib/permalink.ts";
import { toNavHref } from "./nav-href.ts";

type NavLinksProps = { items: readonly NavItem[]; site: Site; url: Permalink };

/** The owner's links; the one that leads to this very page says so. */
export function NavLinks({ items, site, url }: NavLinksProps) {
  return (
    <ul>
      {items.map((item) => (
        <li>
          <a href={toNavHref(item.url, site)} aria-current={item.url === url ? "page" : undefined}>
            {item.label}
          </a>
        </li>
      ))}
    </ul>
  );
}
