import type { Ping } from "../../../src/comments/thread.ts";
import { CommentTime } from "./comment-time.tsx";
import type { ThreadView } from "./thread-view.ts";

type PingsProps = { pings: readonly Ping[]; view: ThreadView };

/** Other blogs that linked here: no comments, so they stand apart. */
export function Pings({ pings, view: { entry, context, strings, language } }: PingsProps) {
  return (
    <section class="pings" aria-labelledby="pings">
      <h3 id="pings" {...language}>
        {strings.mentions}
      </h3>
      <ul class="titles">
        {pings.map(({ title, url, createdAt }) => (
          <li>
            <a rel="nofollow ugc" href={url} dir="auto">
              {title}
            </a>{" "}
            <CommentTime time={createdAt} zone={context.site.timezone} lang={entry.lang} />
          </li>
        ))}
      </ul>
    </section>
  );
}
