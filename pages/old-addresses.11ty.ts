import { toQueryMaps, toQueryRedirects } from "../src/content/query-redirects.ts";
import { page } from "../src/eleventy/page.ts";

/** Where addresses such as `/?p=12` lead, for `client/old-address.ts`: in one JSON file, or in parts of many. */
export default page({
  each: (blog) => toQueryMaps(blog, toQueryRedirects(blog)),
  permalink: ({ permalink }) => permalink,
  render: ({ hrefs }) => `${JSON.stringify(Object.fromEntries(hrefs))}\n`,
});
