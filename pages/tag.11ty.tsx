import { ListLayout } from "../_includes/layouts/list-layout.tsx";
import { page } from "../src/eleventy/page.ts";
import { toPermalink } from "../src/lib/permalink.ts";
import { paginate } from "../src/taxonomy/paginate.ts";

export default page({
  each: ({ tags, site }) => tags.flatMap((archive) => paginate(archive, site.pageSize)),
  permalink: (list) => list.url,
  render: (list, context) => {
    const { term } = list.archive;
    const trail = [{ name: context.stringsOf(context.site.language).tags, url: toPermalink("tags") }];
    return <ListLayout title={term.name} description={term.description} hasFeed {...{ list, trail, context }} />;
  },
});
