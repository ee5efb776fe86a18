import { TermCloud } from "../_includes/components/term-cloud.tsx";
import { IndexLayout } from "../_includes/layouts/index-layout.tsx";
import { page } from "../src/eleventy/page.ts";
import { toPermalink } from "../src/lib/permalink.ts";

export default page({
  each: () => [toPermalink("tags")],
  permalink: (url) => url,
  render: (url, context) => {
    const strings = context.stringsOf(context.site.language);
    return (
      <IndexLayout title={strings.tags} url={url} context={context}>
        <TermCloud archives={context.blog.tags} site={context.site} strings={strings} />
      </IndexLayout>
    );
  },
});
