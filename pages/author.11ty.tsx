import { AuthorAbout } from "../_includes/components/author-about.tsx";
import { ListLayout } from "../_includes/layouts/list-layout.tsx";
import { page } from "../src/eleventy/page.ts";
import { toPermalink } from "../src/lib/permalink.ts";
import { paginate } from "../src/taxonomy/paginate.ts";

export default page({
  each: ({ authors, site }) => authors.flatMap((archive) => paginate(archive, site.pageSize)),
  permalink: (list) => list.url,
  render: (list, context) => {
    const { author } = list.archive;
    const trail = [{ name: context.stringsOf(context.site.language).authors, url: toPermalink("authors") }];
    return (
      <ListLayout title={author.name} hasFeed {...{ list, trail, context }}>
        <AuthorAbout author={author} site={context.site} />
      </ListLayout>
    );
  },
});
