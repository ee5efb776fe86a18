import { TermTree } from "../_includes/components/term-tree.tsx";
import { ListLayout } from "../_includes/layouts/list-layout.tsx";
import { withDescendants } from "../src/content/blog.ts";
import { page } from "../src/eleventy/page.ts";
import { toPermalink } from "../src/lib/permalink.ts";
import { toTermTrail } from "../src/seo/breadcrumbs.ts";
import { paginate } from "../src/taxonomy/paginate.ts";

export default page({
  each: ({ categories, site }) =>
    categories.flatMap(withDescendants).flatMap((archive) => paginate(archive, site.pageSize)),
  permalink: (list) => list.url,
  render: (list, context) => {
    const { term, children } = list.archive;
    const { site } = context;
    const strings = context.stringsOf(site.language);
    const trail = [{ name: strings.categories, url: toPermalink("categories") }, ...toTermTrail(term).slice(0, -1)];
    return (
      <ListLayout title={term.name} description={term.description} hasFeed {...{ list, trail, context }}>
        {children.length > 0 && (
          <nav class="children" aria-label={strings.subcategories}>
            <TermTree archives={children} site={site} strings={strings} />
          </nav>
        )}
      </ListLayout>
    );
  },
});
