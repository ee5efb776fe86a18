import { Calendar } from "../_includes/components/calendar.tsx";
import { ListLayout } from "../_includes/layouts/list-layout.tsx";
import { formatYear } from "../_includes/strings/format-date.ts";
import { page } from "../src/eleventy/page.ts";
import { toPermalink } from "../src/lib/permalink.ts";
import { paginate } from "../src/taxonomy/paginate.ts";

export default page({
  each: ({ years, site }) => years.flatMap((archive) => paginate(archive, site.pageSize)),
  permalink: (list) => list.url,
  render: (list, context) => {
    const { site } = context;
    const strings = context.stringsOf(site.language);
    const trail = [{ name: strings.archive, url: toPermalink("archive") }];
    return (
      <ListLayout title={formatYear(list.archive.year, site.language)} {...{ list, trail, context }}>
        <Calendar years={[list.archive]} site={site} strings={strings} />
      </ListLayout>
    );
  },
});
