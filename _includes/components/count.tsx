import { formatNumber } from "../strings/format-number.ts";
import type { Strings } from "../strings/strings.ts";

type CountProps = { count: number; strings: Strings };

/** A bare number to the eye, `12 posts` to the ear. */
export function Count({ count, strings }: CountProps) {
  return (
    <span class="count">
      <span aria-hidden="true">{formatNumber(count, strings.lang)}</span>
      <span class="unseen">{strings.postCount(count)}</span>
    </span>
  );
}
