/** Buttons that copy code, and the one that shares; what they do comes when it is needed. */
export function prepareCopying(): void {
  const blocks = document.querySelectorAll<HTMLElement>("pre.shiki");
  const words = document.querySelector<HTMLElement>("[data-copy]");
  if (words && blocks.length > 0) void import("./clipboard.ts").then((chunk) => chunk.addCopyButtons(blocks, words));
  const button = document.querySelector<HTMLElement>(".share button");
  button?.addEventListener("click", () => void import("./clipboard.ts").then((chunk) => chunk.share(button)));
}
