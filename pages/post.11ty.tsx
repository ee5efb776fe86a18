import { PostLayout } from "../_includes/layouts/post-layout.tsx";
import { page } from "../src/eleventy/page.ts";

export default page({
  each: (blog) => blog.posts,
  permalink: (post) => post.url,
  source: (post) => post.source,
  render: (post, context) => <PostLayout post={post} context={context} />,
});
