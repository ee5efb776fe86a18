import type { Comment } from "hast";

/** WordPress's `<!--more-->`, perhaps with the words of the link; not `<!-- more on this -->`. */
export function isMore({ value }: Comment): boolean {
  return /^(?:\s{0,9}more\s{0,9}|more\s[^>]{0,99})$/.test(value);
}
