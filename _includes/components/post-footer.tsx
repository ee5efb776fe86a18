import type { Post } from "../../src/content/post.ts";
import type { Site } from "../../src/content/site.ts";
import { href } from "../../src/lib/permalink.ts";
import type { LanguageAttributes } from "../strings/language.ts";
import type { Strings } from "../strings/strings.ts";
import { SourceLinks } from "./source-links.tsx";
import { TermLinks } from "./term-links.tsx";

type PostFooterProps = { post: Post; site: Site; strings: Strings; language: LanguageAttributes };

/** `Posted in … · Tagged … · Permalink · Edit this page · View history · Share`, and nothing for what the post does not have. */
export function PostFooter({ post, site, strings, language }: PostFooterProps) {
  return (
    <footer class="post-footer" {...language}>
      {post.categories.length > 0 && (
        <p>
          {strings.postedIn} <TermLinks terms={post.categories} site={site} strings={strings} />
        </p>
      )}
      {post.tags.length > 0 && (
        <p>
          {strings.tagged} <TermLinks terms={post.tags} site={site} strings={strings} />
        </p>
      )}
      <p>
        <a class="u-url" rel="bookmark" href={href(site, post.url)}>
          {strings.permalink}
        </a>
      </p>
      <SourceLinks entry={post} site={site} strings={strings} />
      <p class="share">
        <button type="button" data-done={strings.linkCopied} data-failed={strings.copyFailed}>
          {strings.share}
        </button>
      </p>
    </footer>
  );
}
