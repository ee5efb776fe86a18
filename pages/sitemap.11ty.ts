import { page } from "../src/eleventy/page.ts";
import { toSitemapFiles, toSitemapXml } from "../src/seo/sitemap.ts";

/** `/sitemap.xml`, and its parts on a very large blog. */
export default page({
  each: (blog) => toSitemapFiles(blog),
  permalink: (file) => file.permalink,
  render: (file) => toSitemapXml(file),
});
