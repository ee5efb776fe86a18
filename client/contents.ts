/**
 * Marks in the table of contents what is being read, if it stays beside the text and the browser's style sheets can't:
 * in older browsers, and in a list that is longer than the window and has to follow.
 */
export function prepareContents(): void {
  const contents = document.querySelector<HTMLElement>(".toc");
  if (!contents || innerWidth < 768) return;
  if (CSS.supports("scroll-target-group", "auto") && contents.scrollHeight <= contents.clientHeight) return;
  void import("./follow-reader.ts").then((chunk) => chunk.followReader(contents));
}
