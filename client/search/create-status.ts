export type SearchStatus = {
  readonly idle: () => void;
  readonly searching: () => void;
  readonly found: (count: number) => void;
  readonly failed: () => void;
};

/** Said only when a search takes longer: in milliseconds. */
const patience = 500;

/** What is said of a search, to the eye and to the ear: one of the lines that the page has ready. */
export function createStatus(page: HTMLElement): SearchStatus {
  const lines = [...page.querySelectorAll<HTMLElement>("[data-when]")];
  let timer = 0;
  const say = (when: string): void => {
    clearTimeout(timer);
    for (const line of lines) line.hidden = line.dataset["when"] !== when;
  };
  const count = lines.find((line) => line.dataset["when"] === "found");
  return {
    idle: () => say(""),
    searching: () => {
      clearTimeout(timer);
      timer = setTimeout(() => say("searching"), patience);
    },
    found: (number) => {
      if (count) count.textContent = toText(count, number);
      say(number > 0 ? "found" : "nothing");
    },
    failed: () => say("failed"),
  };
}

/** `data-one`, `data-other` and what other numbers the language has. */
function toText(line: HTMLElement, number: number): string {
  const lang = line.closest<HTMLElement>("[lang]")?.lang;
  const form = line.dataset[new Intl.PluralRules(lang).select(number)] ?? line.dataset["other"] ?? "";
  return form.replace("{count}", number.toLocaleString(lang));
}
