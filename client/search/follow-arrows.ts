/** Up and down between the field and the results, as in a list of suggestions; Tab reaches everything as ever. */
export function followArrows(page: HTMLElement): void {
  page.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const { ctrlKey, metaKey, altKey, shiftKey, isComposing } = event;
    if (step === undefined || ctrlKey || metaKey || altKey || shiftKey || isComposing) return;
    const stops = [...page.querySelectorAll<HTMLElement>("input[name=q], ol h2 a")];
    const position = stops.findIndex((stop) => stop === event.target);
    const next = position < 0 ? undefined : stops[position + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
  });
}
