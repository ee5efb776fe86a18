import { createForm } from "./search/create-form.ts";
import { createRunner } from "./search/create-runner.ts";
import { followArrows } from "./search/follow-arrows.ts";
import { prepareKeySwitch } from "./search/key-switch.ts";
import { formatSearch, isAsking, parseSearch } from "./search/search-address.ts";

const found = document.querySelector<HTMLElement>("[data-search]");
if (found) prepare(found);

/** The search page: nothing is loaded before somebody types, or comes with an address that asks for something. */
function prepare(page: HTMLElement): void {
  const form = createForm(page);
  const run = createRunner(page, form);
  const restore = () => {
    const search = parseSearch(location.search);
    form.write(search);
    void run(search);
  };
  form.onSearch((search, isTyped) => {
    const address = location.pathname + formatSearch(search);
    // What is typed is one step of the reader's way, each choice another.
    if (isTyped) history.replaceState(null, "", address);
    else if (address !== location.pathname + location.search) history.pushState(null, "", address);
    void run(search);
  });
  addEventListener("popstate", restore);
  followArrows(page);
  prepareKeySwitch(page);
  restore();
  if (!isAsking(form.read())) form.focus();
}
