import type { Series } from "../../src/content/blog.ts";
import type { Post } from "../../src/content/post.ts";
import type { Site } from "../../src/content/site.ts";
import { href } from "../../src/lib/permalink.ts";
import type { LanguageAttributes } from "../strings/language.ts";
import type { Strings } from "../strings/strings.ts";
import { toSeriesWindow } from "./series-window.ts";

type SeriesBoxProps = { series: Series; post: Post; site: Site; strings: Strings; language: LanguageAttributes };

/** Where the reader is in a series: its parts in reading order, this one marked. */
export function SeriesBox({ series, post, site, strings, language }: SeriesBoxProps) {
  const { position, first, parts } = toSeriesWindow(series, post);
  return (
    <nav class="series" aria-label={strings.series}>
      <p>
        <cite>{series.name}</cite>
        <span class="meta" {...language}>
          {strings.seriesPart(position, series.posts.length)}
        </span>
      </p>
      <ol start={first}>
        {parts.map((part) => (
          <li>
            {part.id === post.id ? (
              <span aria-current="page">{part.title}</span>
            ) : (
              <a href={href(site, part.url)}>{part.title}</a>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
