import type { Neighbours } from "../../src/content/blog.ts";
import type { Post } from "../../src/content/post.ts";
import type { Site } from "../../src/content/site.ts";
import { href } from "../../src/lib/permalink.ts";
import { toLanguageAttributes } from "../strings/language.ts";
import type { Strings } from "../strings/strings.ts";

type PostNeighboursProps = {
  neighbours: Neighbours;
  /** Of a series; where a part is also the older or newer post, it is named once, as the part. */
  parts: Neighbours;
  site: Site;
  strings: Strings;
  lang: string;
};

/** The parts before and after, then the older post and the newer one, each by its title. */
export function PostNeighbours({ neighbours, parts, site, strings, lang }: PostNeighboursProps) {
  const { previous, next } = neighbours;
  const links = [
    { post: parts.previous, relation: "prev", label: strings.previousPart },
    { post: parts.next, relation: "next", label: strings.nextPart },
    { post: previous === parts.previous ? undefined : previous, relation: "prev", label: strings.previousPost },
    { post: next === parts.next ? undefined : next, relation: "next", label: strings.nextPost },
  ] as const;
  return (
    <>
      {links.some(({ post }) => post) && (
        <nav class="neighbours" aria-label={strings.neighbours}>
          {links.map(({ post, ...link }) => post && <Neighbour {...{ ...link, post, site, strings, lang }} />)}
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
