import { cutText, isWithin } from "./cut-text.ts";

/** What result lists and tabs show of a title at most. */
const titleLimit = 70;

/** `Title · Blog` where both fit, else the title alone: its words say more than the blog's name. */
export function toPageTitle(title: string, siteTitle: string, lang: string): string {
  const plain = toLine(title);
  const full = `${plain} · ${siteTitle}`;
  return isWithin(full, titleLimit) ? full : cutText(plain, titleLimit, lang);
}

/** The blog's name as the title of its home page. */
export function toHomeTitle(siteTitle: string, lang: string): string {
  return cutText(toLine(siteTitle), titleLimit, lang);
}

function toLine(text: string): string {
  return text.replace(/\s+/gu, " ").trim();
}
