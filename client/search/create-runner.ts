import { createFinder, type Found } from "./create-finder.ts";
import type { SearchForm } from "./create-form.ts";
import { createResults } from "./create-results.ts";
import { createStatus } from "./create-status.ts";
import { parseLanguages } from "./lead-language.ts";
import { isAsking, type Search } from "./search-address.ts";

/** Searches and shows what was found; of several searches the last one counts, whichever is answered last. */
export function createRunner(page: HTMLElement, form: SearchForm): (search: Search) => Promise<void> {
  const status = createStatus(page);
  const results = createResults(page, status.failed);
  const find = createFinder(page.dataset["search"] ?? "", parseLanguages(page.dataset["languages"] ?? ""));
  const { title } = document;
  let turn = 0;

  const show = (found: Found, first: readonly HTMLElement[], search: Search) => {
    form.offer(found.choices, search);
    results.show(found, first);
    status.found(found.count);
  };
  const clear = () => {
    form.withdraw();
    results.clear();
    status.idle();
  };
  return async (search) => {
    turn += 1;
    const own = turn;
    document.title = search.q ? `${search.q} · ${title}` : title;
    if (!isAsking(search)) return clear();
    status.searching();
    try {
      const found = await find(search);
      const first = await results.first(found);
      if (own === turn) show(found, first, search);
    } catch (error) {
      console.warn(error);
      if (own !== turn) return;
      results.clear();
      status.failed();
    }
  };
}
