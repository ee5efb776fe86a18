/** `off` where the reader has switched the key off; `search-key.ts` has a copy, so that it stays one file. */
const keyChoice = "klatsch-search-key";

/** A key without Ctrl can be hit by whoever speaks to a computer, so that it can be switched off. */
export function prepareKeySwitch(page: HTMLElement): void {
  const box = page.querySelector<HTMLInputElement>("[data-key]");
  if (!box) return;
  try {
    box.checked = localStorage.getItem(keyChoice) === null;
  } catch {
    // Where nothing can be kept there is nothing to choose.
    return;
  }
  if (box.labels?.[0]) box.labels[0].hidden = false;
  box.addEventListener("change", () => {
    if (box.checked) localStorage.removeItem(keyChoice);
    else localStorage.setItem(keyChoice, "off");
  });
}
