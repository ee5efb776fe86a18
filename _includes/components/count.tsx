import type { Strings } from "../strings/strings.ts";

type CountProps = { count: number; strings: Strings };

/** A bare number to the eye, `12 posts` to the ear. */
export function Count({ count, strings }: CountProps) {
  return (
    <span class="count">
      <span aria-hidden="true">{count}</span>
      <span class="unseen">{strings.postCount(count)}</span>
    </span>
  );
}
