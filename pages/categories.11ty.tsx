import { TermTree } from "../_includes/components/term-tree.tsx";
import { IndexLayout } from "../_includes/layouts/index-layout.tsx";
import { page } from "../src/eleventy/page.ts";
import { toPermalink } from "../src/lib/permalink.ts";

export default page({
  each: () => [toPermalink("categories")],
  permalink: (url) => url,
  render: (url, context) => {
    const strings = context.stringsOf(context.site.language);
    return (
      <IndexLayout title={strings.categories} url={url} context={context}>
        <TermTree archives={context.blog.categories} site={context.site} strings={strings} />
      </IndexLayout>
    );
  },
});
