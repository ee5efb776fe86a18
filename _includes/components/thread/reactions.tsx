import { reactionNames, type Comment, type ReactionName } from "../../../src/comments/thread.ts";
import { formatNumber } from "../../strings/format-number.ts";
import type { ThreadView } from "./thread-view.ts";

const signs: Readonly<Record<ReactionName, string>> = {
  THUMBS_UP: "👍",
  THUMBS_DOWN: "👎",
  LAUGH: "😄",
  HOORAY: "🎉",
  CONFUSED: "😕",
  HEART: "❤️",
  ROCKET: "🚀",
  EYES: "👀",
};

type ReactionsProps = { comment: Comment; view: ThreadView };

/** Upvotes and reactions: a sign and a number to the eye, words to the ear. */
export function Reactions({ comment: { reactions = {}, upvotes = 0 }, view }: ReactionsProps) {
  const { strings, language } = view;
  const given = reactionNames.flatMap((name) => {
    const count = reactions[name] ?? 0;
    return count > 0 ? [{ sign: signs[name], count, words: strings.reaction(name, count) }] : [];
  });
  const chips = [...(upvotes > 0 ? [{ sign: "↑", count: upvotes, words: strings.upvotes(upvotes) }] : []), ...given];
  if (chips.length === 0) return null;
  return (
    <ul class="chips">
      {chips.map(({ sign, count, words }) => (
        <li>
          <span aria-hidden="true">
            {sign} {formatNumber(count, strings.lang)}
          </span>
          <span class="unseen" {...language}>
            {words}
          </span>
        </li>
      ))}
    </ul>
  );
}
