/**
 * Keeps the frame in the page's colour scheme, also when a switch on the page changes it: the theme inside reads
 * `prefers-color-scheme`, which in a frame is the scheme of the frame's element. Returns what ends it.
 */
export function followScheme(frame: HTMLIFrameElement): () => void {
  const root = document.documentElement;
  const follow = () => {
    const { colorScheme } = getComputedStyle(root);
    frame.style.colorScheme = colorScheme === "normal" ? "light" : colorScheme;
  };
  const observer = new MutationObserver(follow);
  observer.observe(root, { attributes: true });
  follow();
  return () => observer.disconnect();
}
