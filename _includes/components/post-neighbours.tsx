import type { Neighbours } from "../../src/content/blog.ts";
import type { Post } from "../../src/content/post.ts";
import type { Site } from "../../src/content/site.ts";
import { href } from "../../src/lib/permalink.ts";
import { toLanguageAttributes } from "../strings/language.ts";
import type { Strings } from "../strings/strings.ts";

type PostNeighboursProps = { neighbours: Neighbours; site: Site; strings: Strings; lang: string };

/** The older post and the newer one, each by its title. */
export function PostNeighbours({ neighbours: { previous, next }, site, strings, lang }: PostNeighboursProps) {
  return (
    <>
      {(previous ?? next) && (
        <nav class="neighbours" aria-label={strings.neighbours}>
          {previous && (
            <Neighbour post={previous} relation="prev" label={strings.previousPost} {...{ site, strings, lang }} />
          )}
          {next && <Neighbour post={next} relation="next" label={strings.nextPost} {...{ site, strings, lang }} />}
        </nav>
      )}
    </>
  );
}

type NeighbourProps = {
  post: Post;
  relation: "prev" | "next";
  label: string;
  site: Site;
  strings: Strings;
  lang: string;
};

function Neighbour({ post, relation, label, site, strings, lang }: NeighbourProps) {
  return (
    <a class={relation} rel={relation} href={href(site, post.url)}>
      <span class="meta" {...toLanguageAttributes(strings.lang, lang)}>
        {label}
      </span>
      <br />
      <span class="title" {...toLanguageAttributes(post.lang, lang)}>
        {post.title}
      </span>
    </a>
  );
}
