import type { Site } from "../../src/content/site.ts";
import { href, toFilePermalink, toPermalink } from "../../src/lib/permalink.ts";
import type { LanguageAttributes } from "../strings/language.ts";
import type { Strings } from "../strings/strings.ts";

type SiteFooterProps = { site: Site; strings: Strings; language: LanguageAttributes };

export function SiteFooter({ site, strings, language }: SiteFooterProps) {
  const links = [
    { label: strings.archive, url: toPermalink("archive") },
    { label: strings.categories, url: toPermalink("categories") },
    { label: strings.tags, url: toPermalink("tags") },
    { label: strings.authors, url: toPermalink("authors") },
    { label: strings.feed, url: toFilePermalink(toPermalink(), "feed.xml") },
  ];
  return (
    <footer class="colophon" {...language}>
      <p class="site-title">
        <a href={href(site, toPermalink())} rel="home">
          {site.title}
        </a>
      </p>
      <nav aria-label={strings.blogNavigation}>
        <ul>
          {links.map(({ label, url }) => (
            <li>
              <a href={href(site, url)}>{label}</a>
            </li>
          ))}
        </ul>
      </nav>
      <label class="theme">
        {strings.theme}{" "}
        <select>
          <option value="">{strings.themeSystem}</option>
          <option value="light">{strings.themeLight}</option>
          <option value="dark">{strings.themeDark}</option>
        </select>
      </label>
    </footer>
  );
}
