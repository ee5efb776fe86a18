import { StandingPageLayout } from "../_includes/layouts/standing-page-layout.tsx";
import { page } from "../src/eleventy/page.ts";

export default page({
  each: (blog) => blog.pages,
  permalink: (standingPage) => standingPage.url,
  source: (standingPage) => standingPage.source,
  render: (standingPage, context) => <StandingPageLayout page={standingPage} context={context} />,
});
