import { RedirectLayout } from "../_includes/layouts/redirect-layout.tsx";
import { toRedirects } from "../src/content/redirects.ts";
import { page } from "../src/eleventy/page.ts";
import { toListRedirects } from "../src/taxonomy/list-redirects.ts";

/** Old addresses of posts and pages, and of lists that are gone. */
export default page({
  each: (blog) => {
    const { title, language: lang } = blog.site;
    const lists = toListRedirects(blog).map(({ from, to }) => ({ from, to: { url: to, title, lang } }));
    return [...toRedirects(blog).map(({ from, to }) => ({ from, to, source: to.source })), ...lists];
  },
  permalink: ({ from }) => from,
  source: (redirect) => ("source" in redirect ? redirect.source : undefined),
  render: ({ to }, { site }) => <RedirectLayout site={site} to={to} />,
});
