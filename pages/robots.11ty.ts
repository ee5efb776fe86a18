import { page } from "../src/eleventy/page.ts";
import { toFilePermalink, toPermalink } from "../src/lib/permalink.ts";
import { toRobotsTxt } from "../src/seo/robots.ts";

export default page({
  each: (blog) => [blog.site],
  permalink: () => toFilePermalink(toPermalink(), "robots.txt"),
  render: (site) => toRobotsTxt(site),
});
