// A chunk of its own: loaded when somebody presses a picture.
import { toSources } from "./zoom-sources.ts";
import styles from "./zoom.css" with { type: "text" };

const sheet = new CSSStyleSheet();
sheet.replaceSync(styles);
document.adoptedStyleSheets.push(sheet);

/** Texts in the page's language, as its `<main>` has them. */
const words: DOMStringMap = document.querySelector("main")?.dataset ?? {};

const links = [...document.querySelectorAll<HTMLAnchorElement>("a.zoom")];
const dialog = document.createElement("dialog");
const image = document.createElement("img");
const caption = document.createElement("p");
const status = document.createElement("p");
let shown = 0;
let opener: HTMLElement | undefined;

build();

/** Shows a picture over the page; Escape, a click and a button lead back to the link that was pressed. */
export function enlarge(link: HTMLAnchorElement): void {
  opener = link;
  show(Math.max(0, links.indexOf(link)));
  dialog.showModal();
}

function build(): void {
  dialog.className = "zoomed";
  caption.className = "zoomed-caption";
  status.className = "unseen";
  status.setAttribute("role", "status");
  const close = toButton(words["close"], "×", () => dialog.close());
  // Else a link in a caption would have it.
  close.autofocus = true;
  dialog.append(image, caption, close, status);
  if (links.length > 1) {
    dialog.append(
      toButton(words["previous"], "‹", () => step(-1)),
      toButton(words["next"], "›", () => step(1)),
    );
  }
  dialog.addEventListener("click", ({ target }) => {
    if (target === dialog || target === image) dialog.close();
  });
  dialog.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const forward = getComputedStyle(dialog).direction === "rtl" ? "ArrowLeft" : "ArrowRight";
    if (event.key === "ArrowLeft" || event.key === "ArrowRight") step(event.key === forward ? 1 : -1);
  });
  // Not every browser gives a link that was clicked the focus, which it could give back.
  dialog.addEventListener("close", () => opener?.focus({ preventScroll: true }));
  image.addEventListener("load", () => image.style.removeProperty("background-image"));
  document.body.append(dialog);
}

function toButton(name = "", sign: string, press: () => void): HTMLButtonElement {
  const button = document.createElement("button");
  button.type = "button";
  button.ariaLabel = button.title = name;
  button.textContent = sign;
  button.addEventListener("click", press);
  return button;
}

/** Round and round: after the last comes the first. */
function step(by: number): void {
  if (links.length < 2) return;
  show((shown + by + links.length) % links.length);
  // Said only when the picture changes: the dialog says its name when it opens.
  status.textContent = `${dialog.ariaLabel}: ${image.alt}`;
}

function show(index: number): void {
  const link = links[index];
  const small = link?.querySelector("img");
  if (!link || !small) return;
  shown = index;
  status.textContent = "";
  const { picture = "" } = words;
  dialog.ariaLabel = picture.replace("{number}", String(index + 1)).replace("{count}", String(links.length));
  image.removeAttribute("srcset");
  image.alt = small.alt;
  // What is there already stands in until more has come.
  image.style.backgroundImage = small.currentSrc && `url("${small.currentSrc}")`;
  const { width, height, ...sources } = toSources(link, small, { width: innerWidth, height: innerHeight });
  image.style.maxInlineSize = width ? `${width}px` : "";
  image.style.maxBlockSize = height ? `${height}px` : "";
  Object.assign(image, sources);
  caption.replaceChildren(...toCaption(link));
  caption.hidden = !caption.hasChildNodes();
}

/** Its own, or that of the gallery in which it stands; without ids, which the page has once. */
function toCaption(link: HTMLAnchorElement): Node[] {
  const figure = link.closest("figure");
  const own =
    figure?.querySelector(":scope > figcaption") ?? figure?.parentElement?.querySelector(":scope > figcaption");
  const copy = own?.cloneNode(true);
  if (!(copy instanceof Element)) return [];
  for (const element of copy.querySelectorAll("[id]")) element.removeAttribute("id");
  return [...copy.childNodes];
}
