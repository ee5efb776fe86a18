import type { Post } from "../../src/content/post.ts";
import type { Site } from "../../src/content/site.ts";
import { href } from "../../src/lib/permalink.ts";
import { toLanguageAttributes } from "../strings/language.ts";
import { PostDate } from "./post-date.tsx";

type PostTitlesProps = { posts: readonly Post[]; site: Site };

/** The shortest list: a title and its date. */
export function PostTitles({ posts, site }: PostTitlesProps) {
  return (
    <ul class="titles">
      {posts.map((post) => (
        <li>
          <a href={href(site, post.url)} {...toLanguageAttributes(post.lang, site.language)}>
            {post.title}
          </a>{" "}
          <PostDate date={post.date} property="dt-published" lang={site.language} around={site.language} />
        </li>
      ))}
    </ul>
  );
}
