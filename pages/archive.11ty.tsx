import { Calendar } from "../_includes/components/calendar.tsx";
import { MostDiscussed } from "../_includes/components/thread/most-discussed.tsx";
import { ListLayout } from "../_includes/layouts/list-layout.tsx";
import { page } from "../src/eleventy/page.ts";
import { toPermalink } from "../src/lib/permalink.ts";
import { paginate } from "../src/taxonomy/paginate.ts";

export default page({
  each: ({ posts, site }) => paginate({ url: toPermalink("archive"), posts }, site.pageSize),
  permalink: (list) => list.url,
  render: (list, context) => {
    const { blog, site } = context;
    const strings = context.stringsOf(site.language);
    return (
      <ListLayout title={strings.archive} {...{ list, context }}>
        {blog.years.length > 0 && <Calendar years={blog.years} site={site} strings={strings} />}
        <MostDiscussed context={context} strings={strings} />
      </ListLayout>
    );
  },
});
