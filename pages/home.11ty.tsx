import { HomeLayout } from "../_includes/layouts/home-layout.tsx";
import { toHomeSequence } from "../_includes/layouts/home-sequence.ts";
import { page } from "../src/eleventy/page.ts";
import { toPermalink } from "../src/lib/permalink.ts";
import { paginate } from "../src/taxonomy/paginate.ts";

export default page({
  each: ({ posts, site }) => paginate({ url: toPermalink(), posts: toHomeSequence(posts) }, site.pageSize),
  permalink: (list) => list.url,
  render: (list, context) => <HomeLayout list={list} context={context} />,
});
