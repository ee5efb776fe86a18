import type { Strings } from "../strings/strings.ts";

type SearchFiltersProps = { strings: Strings };

/** Disabled as long as it is hidden, so that its fields are not sent where a form without scripts leads. */
export function SearchFilters({ strings }: SearchFiltersProps) {
  const fields = [
    { name: "category", label: strings.category },
    { name: "tag", label: strings.tag },
    { name: "year", label: strings.year },
  ];
  return (
    <fieldset hidden disabled>
      <legend class="unseen">{strings.searchFilters}</legend>
      {fields.map(({ name, label }) => (
        <label>
          {label}
          <select name={name}>
            <option value="">{strings.anyChoice}</option>
          </select>
        </label>
      ))}
      <button type="button">{strings.clearFilters}</button>
    </fieldset>
  );
}
