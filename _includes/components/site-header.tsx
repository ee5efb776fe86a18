import type { Site } from "../../src/content/site.ts";
import { href, toPermalink } from "../../src/lib/permalink.ts";
import type { Permalink } from "../../src/lib/permalink.ts";
import type { LanguageAttributes } from "../strings/language.ts";
import type { Strings } from "../strings/strings.ts";
import { NavLinks } from "./nav-links.tsx";
import { SearchField } from "./search-field.tsx";

type SiteHeaderProps = { site: Site; strings: Strings; url: Permalink; language: LanguageAttributes };

/** The masthead: a nameplate across the home page, a line above every other one. */
export function SiteHeader({ site, strings, url, language }: SiteHeaderProps) {
  const isHome = url === toPermalink();
  return (
    <header class={isHome ? "masthead nameplate" : "masthead"} {...language}>
      {isHome ? (
        <h1 class="site-title">{site.title}</h1>
      ) : (
        <p class="site-title">
          <a href={href(site, toPermalink())} rel="home">
            {site.title}
          </a>
        </p>
      )}
      {isHome && site.description && <p class="site-description">{site.description}</p>}
      {site.search && url !== toPermalink("search") && <SearchField site={site} strings={strings} />}
      {site.nav.length > 0 && (
        <nav aria-label={strings.mainNavigation}>
          <NavLinks items={site.nav} site={site} url={url} />
        </nav>
      )}
    </header>
  );
}
