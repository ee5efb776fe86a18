/** Pictures that open in the page instead of a page of their own; a click with a key held down does what it always does. */
export function prepareZoom(): void {
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element && event.target.closest<HTMLAnchorElement>("a.zoom");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    import("./zoom.ts").then(
      (chunk) => chunk.enlarge(link),
      () => location.assign(link.href),
    );
  });
}
