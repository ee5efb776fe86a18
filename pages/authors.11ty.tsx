import { AuthorCards } from "../_includes/components/author-cards.tsx";
import { IndexLayout } from "../_includes/layouts/index-layout.tsx";
import { page } from "../src/eleventy/page.ts";
import { toPermalink } from "../src/lib/permalink.ts";

export default page({
  each: () => [toPermalink("authors")],
  permalink: (url) => url,
  render: (url, context) => {
    const strings = context.stringsOf(context.site.language);
    return (
      <IndexLayout title={strings.authors} url={url} context={context}>
        <AuthorCards archives={context.blog.authors} site={context.site} strings={strings} />
      </IndexLayout>
    );
  },
});
