import { toReadingMinutes } from "../../src/content/reading-time.ts";
import type { Rendered } from "../../src/markdown/rendered.ts";
import type { Strings } from "../strings/strings.ts";

type ReadingTimeProps = { rendered: Rendered; strings: Strings };

/** `3 min read`; nothing where there is nothing to read. */
export function ReadingTime({ rendered, strings }: ReadingTimeProps) {
  const minutes = toReadingMinutes(rendered);
  return <>{minutes > 0 && <span class="reading-time">{strings.readingTime(minutes)}</span>}</>;
}
