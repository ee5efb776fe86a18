import type { YearArchive } from "../../src/content/blog.ts";
import type { Site } from "../../src/content/site.ts";
import { href } from "../../src/lib/permalink.ts";
import { formatMonthName, formatYear } from "../strings/format-date.ts";
import type { Strings } from "../strings/strings.ts";
import { Count } from "./count.tsx";

type CalendarProps = { years: readonly YearArchive[]; site: Site; strings: Strings };

/** Every year with posts, newest first, its months as a calendar has them, and how many posts there are. */
export function Calendar({ years, site, strings }: CalendarProps) {
  return (
    <nav class="calendar" aria-label={strings.byMonth}>
      <ul>
        {years.map(({ year, url, posts, months }) => (
          <li>
            <p>
              <a href={href(site, url)}>{formatYear(year, site.language)}</a>{" "}
              <Count count={posts.length} strings={strings} />
            </p>
            <ul>
              {months.toReversed().map(({ month, url: monthUrl, posts: own }) => (
                <li>
                  <a href={href(site, monthUrl)}>{formatMonthName(year, month, site.language)}</a>{" "}
                  <Count count={own.length} strings={strings} />
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </nav>
  );
}
