/** Acts when the page is before the reader: at once, or when a page that was rendered in advance is opened. */
export function whenShown(act: () => void): void {
  if ("prerendering" in document && document.prerendering) {
    document.addEventListener("prerenderingchange", act, { once: true });
  } else act();
}
