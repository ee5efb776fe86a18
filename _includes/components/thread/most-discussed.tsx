import { popularConversations } from "../../../src/comments/popular-conversations.ts";
import { href } from "../../../src/lib/permalink.ts";
import type { PageContext } from "../../../src/content/page-context.ts";
import { toLanguageAttributes } from "../../strings/language.ts";
import type { Strings } from "../../strings/strings.ts";
import { CommentCount } from "./comment-count.tsx";

type MostDiscussedProps = { context: PageContext; strings: Strings };

const shown = 3;

/** Where most was said, all over the blog; nothing before anybody has said something. */
export function MostDiscussed({ context, strings }: MostDiscussedProps) {
  const entries = popularConversations(context.blog, shown);
  return (
    <>
      {entries.length > 0 && (
        <nav class="discussed" aria-labelledby="discussed">
          <h2 id="discussed">{strings.mostDiscussed}</h2>
          <ul class="titles">
            {entries.map((entry) => (
              <li>
                <a href={href(context.site, entry.url)} {...toLanguageAttributes(entry.lang, strings.lang)}>
                  {entry.title}
                </a>
                <span class="meta">
                  <CommentCount entry={entry} context={context} strings={strings} />
                </span>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </>
  );
}
