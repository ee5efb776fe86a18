import { NotFoundLayout } from "../_includes/layouts/not-found-layout.tsx";
import { page } from "../src/eleventy/page.ts";
import { toFilePermalink, toPermalink } from "../src/lib/permalink.ts";

export default page({
  each: () => [toFilePermalink(toPermalink(), "404.html")],
  permalink: (url) => url,
  render: (url, context) => <NotFoundLayout url={url} context={context} />,
});
