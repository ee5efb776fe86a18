import type { Found } from "./create-finder.ts";
import { toItem, type ResultWords } from "./show-result.ts";

export type Results = {
  /** The first results, ready to be shown. */
  readonly first: (found: Found) => Promise<readonly HTMLElement[]>;
  readonly show: (found: Found, first: readonly HTMLElement[]) => void;
  readonly clear: () => void;
};

const atOnce = 10;

/** The list of results, ten at a time. */
export function createResults(page: HTMLElement, onFailure: () => void): Results {
  const list = page.querySelector("ol");
  const more = page.querySelector<HTMLButtonElement>("[data-more]");
  if (!list || !more) throw new Error("The search page has no place for results");
  const words = toWords(page);
  let current: Found | undefined;

  const load = async (found: Found, start: number) => {
    const results = await found.load(start, start + atOnce);
    return results.map((result) => toItem(result, words));
  };
  const grow = (items: readonly HTMLElement[]): void => {
    list.append(...items);
    more.hidden = list.children.length >= (current?.count ?? 0);
  };
  const showMore = async (found: Found): Promise<void> => {
    const items = await load(found, list.children.length);
    if (found !== current) return;
    grow(items);
    items[0]?.querySelector("a")?.focus();
  };
  more.addEventListener("click", () => {
    if (current) showMore(current).catch(onFailure);
  });
  return {
    first: (found) => load(found, 0),
    show: (found, first) => {
      current = found;
      list.replaceChildren();
      grow(first);
    },
    clear: () => {
      current = undefined;
      list.replaceChildren();
      more.hidden = true;
    },
  };
}

function toWords(page: HTMLElement): ResultWords {
  const { places = "", comment = "", anonymous = "" } = page.dataset;
  return { lang: document.documentElement.lang.toLowerCase(), places, comment, anonymous };
}
