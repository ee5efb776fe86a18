import { page } from "../src/eleventy/page.ts";
import { toFilePermalink, toPermalink } from "../src/lib/permalink.ts";
import { toManifest } from "../src/seo/manifest.ts";

export default page({
  each: (blog) => [blog.site],
  permalink: () => toFilePermalink(toPermalink(), "manifest.webmanifest"),
  render: (site, { paper }) => toManifest(site, paper),
});
