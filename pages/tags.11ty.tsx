import { TermTree } from "../_includes/components/term-tree.tsx";
import { IndexLayout } from "../_includes/layouts/index-layout.tsx";
import { toStrings } from "../_includes/strings/to-strings.ts";
import { page } from "../src/eleventy/page.ts";
import { toPermalink } from "../src/lib/permalink.ts";

export default page({
  each: () => [toPermalink("tags")],
  permalink: (url) => url,
  render: (url, context) => {
    const strings = toStrings(context.site.language);
    return (
      <IndexLayout title={strings.tags} url={url} context={context}>
        <TermTree archives={context.blog.tags} site={context.site} strings={strings} />
      </IndexLayout>
    );
  },
});
