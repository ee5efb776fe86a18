/** Written into the bundle: where the blog has no search, nothing of this is sent. */
declare const hasSearch: boolean;

/** The field of the page's search: `/` leads to it, from wherever nothing is being written. */
export function prepareSearchKey(): void {
  const field = hasSearch && document.querySelector<HTMLInputElement>("input[name=q]");
  const form = field && field.form;
  if (!form) return;
  // Without scripts the masthead's form leads to the archive; on the search page it ends otherwise, and stays.
  form.action = form.action.replace(/archive\/$/, "search/");
  addEventListener("keydown", (event) => {
    const { key, target } = event;
    if (key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (isWriting(target) || isOff()) return;
    event.preventDefault();
    field.focus();
  });
}

function isWriting(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("input, textarea, select, [contenteditable]") !== null;
}

/** By the switch on the search page. */
function isOff(): boolean {
  try {
    return localStorage.getItem("klatsch-search-key") !== null;
  } catch {
    return false;
  }
}
