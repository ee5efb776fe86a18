import { ListLayout } from "../_includes/layouts/list-layout.tsx";
import { formatMonth, formatYear } from "../_includes/strings/format-date.ts";
import { page } from "../src/eleventy/page.ts";
import { toPermalink } from "../src/lib/permalink.ts";
import { paginate } from "../src/taxonomy/paginate.ts";

export default page({
  each: ({ years, site }) =>
    years.flatMap(({ months }) => months).flatMap((archive) => paginate(archive, site.pageSize)),
  permalink: (list) => list.url,
  render: (list, context) => {
    const { language } = context.site;
    const { year, month } = list.archive;
    const trail = [
      { name: context.stringsOf(language).archive, url: toPermalink("archive") },
      { name: formatYear(year, language), url: toPermalink("archive", String(year).padStart(4, "0")) },
    ];
    return <ListLayout title={formatMonth(year, month, language)} {...{ list, trail, context }} />;
  },
});
