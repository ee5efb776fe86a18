import { formatDay } from "../../strings/format-date.ts";

type CommentTimeProps = {
  /** ISO 8601, UTC. */
  time: string;
  zone: string;
  lang: string;
};

/** The day on which something was said, where the blog is at home. */
export function CommentTime({ time, zone, lang }: CommentTimeProps) {
  return (
    <time class="dt-published" datetime={time}>
      {formatDay(Date.parse(time), zone, lang)}
    </time>
  );
}
