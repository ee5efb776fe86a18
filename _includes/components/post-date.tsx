import type { DateTime } from "luxon";
import { formatDate, formatIso } from "../strings/format-date.ts";
import { toLanguageAttributes } from "../strings/language.ts";

type PostDateProps = {
  date: DateTime;
  /** The microformats property. */
  property: "dt-published" | "dt-updated";
  /** Language of the date. */
  lang: string;
  /** Language of the text around it. */
  around: string;
};

export function PostDate({ date, property, lang, around }: PostDateProps) {
  return (
    <time class={property} datetime={formatIso(date)} {...toLanguageAttributes(lang, around)}>
      {formatDate(date, lang)}
    </time>
  );
}
