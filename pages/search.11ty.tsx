import { SearchLayout } from "../_includes/layouts/search-layout.tsx";
import { page } from "../src/eleventy/page.ts";
import { toPermalink } from "../src/lib/permalink.ts";

export default page({
  each: ({ site }) => (site.search ? [toPermalink("search")] : []),
  permalink: (url) => url,
  render: (url, context) => <SearchLayout url={url} context={context} />,
});
