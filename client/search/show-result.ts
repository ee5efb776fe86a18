import type { Result } from "./create-finder.ts";
import { dissect, type Piece } from "./excerpt.ts";

/** The words around results, in the page's language. */
export type ResultWords = {
  /** Of the page, as the index has it: in lower case. */
  readonly lang: string;
  /** Of the list of places within a text. */
  readonly places: string;
  /** With `{name}`. */
  readonly comment: string;
  readonly anonymous: string;
};

/** What stands for no name in the index. */
const nameless = "?";
const shownPlaces = 4;

/** One result, as lists show a post. Titles and texts are others' words: they are put in as text, never as HTML. */
export function toItem({ fragment, language, day }: Result, words: ResultWords): HTMLLIElement {
  const { code, dir } = language;
  const { url, meta } = fragment;
  const { title, text } = dissect({ ...fragment, title: meta.title ?? url });
  const item = make("li", "card");
  if (code !== words.lang) item.lang = code;
  if (dir) item.dir = dir;
  const heading = make("h2");
  heading.append(fill(toLink(url), title));
  item.append(heading);
  if (day > 0) item.append(toDate(day, code));
  if (text.length > 0) item.append(fill(make("p", "p-summary"), text));
  const places = toPlaces(fragment, words);
  if (places) item.append(places);
  return item;
}

function toPlaces({ sub_results: found }: Result["fragment"], words: ResultWords): HTMLElement | undefined {
  const places = found.filter(({ anchor }) => anchor).slice(0, shownPlaces);
  if (places.length === 0) return undefined;
  const list = make("ul", "places");
  list.setAttribute("aria-label", words.places);
  list.append(
    ...places.map(({ url, title, anchor }) => {
      const isComment = anchor?.element === "h6";
      const name = title === nameless ? words.anonymous : title;
      const link = toLink(url);
      link.textContent = isComment ? words.comment.replace("{name}", () => name) : title;
      link.dir = "auto";
      const place = make("li", isComment ? "said" : "");
      place.append(link);
      return place;
    }),
  );
  return list;
}

/** In the text's own language, as everywhere. */
function toDate(day: number, lang: string): HTMLElement {
  const iso = String(day).replace(/(\d+)(\d\d)(\d\d)/, "$1-$2-$3");
  const time = make("time");
  time.dateTime = iso;
  const form = { year: "numeric", month: "long", day: "numeric", timeZone: "UTC" } as const;
  time.textContent = new Date(iso).toLocaleDateString(lang, form);
  const line = make("p", "meta");
  line.append(time);
  return line;
}

function toLink(url: string): HTMLAnchorElement {
  const link = make("a");
  // Pagefind gives a full address to what is in another language than the query.
  const { pathname, hash } = new URL(url, location.href);
  link.href = pathname + hash;
  return link;
}

function fill(element: HTMLElement, pieces: readonly Piece[]): HTMLElement {
  for (const { text, isMarked } of pieces) {
    if (!isMarked) {
      element.append(text);
      continue;
    }
    const mark = make("mark");
    mark.textContent = text;
    element.append(mark);
  }
  return element;
}

function make<Name extends keyof HTMLElementTagNameMap>(name: Name, className = ""): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  if (className) element.className = className;
  return element;
}
