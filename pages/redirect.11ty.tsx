import { RedirectLayout } from "../_includes/layouts/redirect-layout.tsx";
import { toRedirects } from "../src/content/redirects.ts";
import { page } from "../src/eleventy/page.ts";

export default page({
  each: toRedirects,
  permalink: ({ from }) => from,
  source: ({ to }) => to.source,
  render: ({ to }, { site }) => <RedirectLayout site={site} to={to} />,
});
