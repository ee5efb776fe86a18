const key = "klatsch-theme";

/** The switch between the system's colours, light and dark; the page wears the choice since before its first paint. */
export function prepareTheme(): void {
  const { dataset } = document.documentElement;
  const select = document.querySelector<HTMLSelectElement>(".theme select");
  if (!select) return;
  const bars = [...document.querySelectorAll<HTMLMetaElement>("meta[name=theme-color]")];
  const media = bars.map((bar) => bar.media);

  const show = (theme: string) => {
    dataset["theme"] = select.value = theme;
    bars.forEach((bar, index) => {
      const own = media[index] ?? "";
      bar.media = theme ? (own.includes(theme) ? "all" : "not all") : own;
    });
  };
  // Where storage is blocked the choice lasts as long as the page.
  const follow = () => {
    try {
      show(localStorage.getItem(key) ?? "");
    } catch {
      show(dataset["theme"] ?? "");
    }
  };
  select.addEventListener("change", () => {
    try {
      localStorage.setItem(key, select.value);
    } catch {}
    show(select.value);
  });
  // Another tab has changed it, now or while this page lay in the browser's history.
  addEventListener("storage", follow);
  addEventListener("pageshow", follow);
  follow();
}
