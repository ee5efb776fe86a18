import { narrowings, isNarrowed, type Narrowing, type Search } from "./search-address.ts";
import type { Choices } from "./narrow.ts";

export type SearchForm = {
  readonly read: () => Search;
  readonly write: (search: Search) => void;
  /** Shows by what the results can be narrowed. */
  readonly offer: (choices: Readonly<Record<keyof Narrowing, Choices>>, search: Search) => void;
  readonly withdraw: () => void;
  /** `isTyped`: the words have changed while they were typed; else something was chosen or sent off. */
  readonly onSearch: (listen: (search: Search, isTyped: boolean) => void) => void;
  readonly focus: () => void;
};

/** Between the last key and the search, in milliseconds. */
const pause = 150;

export function createForm(page: HTMLElement): SearchForm {
  const form = findOne(page, "form", HTMLFormElement);
  const words = findOne(form, "input[name=q]", HTMLInputElement);
  const filters = findOne(form, "fieldset", HTMLFieldSetElement);
  const clear = findOne(filters, "button", HTMLButtonElement);
  const selects = narrowings.map((name) => [name, findOne(filters, `[name=${name}]`, HTMLSelectElement)] as const);

  const read = (): Search => {
    const [category = "", tag = "", year = ""] = selects.map(([, { value }]) => value);
    return { q: words.value.trim(), category, tag, year };
  };
  const write = (search: Search): void => {
    words.value = search.q;
    for (const [name, select] of selects) set(select, search[name]);
  };
  return {
    read,
    write,
    offer: (choices, search) => {
      for (const [name, select] of selects) offer(select, choices[name], search[name]);
      filters.hidden = filters.disabled = false;
      clear.hidden = !isNarrowed(search);
    },
    withdraw: () => (filters.hidden = filters.disabled = true),
    onSearch: (listen) => {
      let timer = 0;
      const typed = () => {
        clearTimeout(timer);
        timer = setTimeout(() => listen(read(), true), pause);
      };
      const chosen = () => {
        clearTimeout(timer);
        listen(read(), false);
      };
      // Who writes by way of another script has not typed a word before it is composed.
      words.addEventListener("input", (event) => (event instanceof InputEvent && event.isComposing) || typed());
      words.addEventListener("compositionend", typed);
      filters.addEventListener("change", chosen);
      form.addEventListener("submit", (event) => {
        event.preventDefault();
        chosen();
      });
      clear.addEventListener("click", () => {
        for (const [, select] of selects) select.value = "";
        // The button goes; its place is taken by the first of what it has cleared.
        selects[0]?.[1].focus();
        chosen();
      });
    },
    focus: () => words.focus(),
  };
}

/** A choice that the address brought is there before the results say what there is. */
function set(select: HTMLSelectElement, value: string): void {
  const isThere = [...select.options].some((option) => option.value === value);
  if (!isThere) select.add(new Option(toLabel(value), value));
  select.value = value;
}

function offer(select: HTMLSelectElement, choices: Choices, chosen: string): void {
  const [none] = select.options;
  const options = [...choices].map(([value, count]) => new Option(`${toLabel(value)} (${count})`, value));
  select.replaceChildren(...(none ? [none] : []), ...options);
  set(select, chosen);
}

/** `Teams/Onboarding` is `Teams / Onboarding`. */
function toLabel(value: string): string {
  return value.replaceAll("/", " / ");
}

function findOne<Kind extends Element>(root: ParentNode, selector: string, kind: new () => Kind): Kind {
  const found = root.querySelector(selector);
  if (found instanceof kind) return found;
  throw new Error(`The search page has no ${selector}`);
}
