import type { Voice } from "../../../src/comments/latest-comments.ts";
import { href, toFilePermalink, toPermalink } from "../../../src/lib/permalink.ts";
import { cutText } from "../../../src/seo/cut-text.ts";
import type { PageContext } from "../../../src/content/page-context.ts";
import { toLanguageAttributes } from "../../strings/language.ts";
import type { Strings } from "../../strings/strings.ts";
import { CommentTime } from "./comment-time.tsx";
import { Face } from "./face.tsx";

type VoicesProps = { voices: readonly Voice[]; context: PageContext; strings: Strings };

const excerptLength = 120;

/** Who spoke last, all over the blog. */
export function Voices({ voices, context, strings }: VoicesProps) {
  return (
    <section class="voices" aria-labelledby="voices">
      <h2 id="voices">{strings.recentConversation}</h2>
      <ul>
        {voices.map(({ entry, comment }) => (
          <li class="h-cite">
            <p class="meta">
              <Face author={comment.author} src={context.avatarOf(comment.author)} />
              <cite class="p-author" dir="auto">
                {comment.author.name.trim() || strings.anonymous}
              </cite>
              <CommentTime time={comment.createdAt} zone={context.site.timezone} lang={strings.lang} />
            </p>
            <p class="p-summary" {...toLanguageAttributes(entry.lang, strings.lang)} dir="auto">
              {cutText(context.textOf(comment), excerptLength, entry.lang)}
            </p>
            <p>
              <a
                class="u-url"
                href={`${href(context.site, entry.url)}#${comment.anchor}`}
                {...toLanguageAttributes(entry.lang, strings.lang)}
              >
                {entry.title}
              </a>
            </p>
          </li>
        ))}
      </ul>
      <p class="meta">
        <a href={href(context.site, toFilePermalink(toPermalink("comments"), "feed.xml"))}>
          {strings.followConversation}
        </a>
      </p>
    </section>
  );
}
