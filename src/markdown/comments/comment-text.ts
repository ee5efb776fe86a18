import { cutMark } from "./comment-tags.ts";

/** What GitHub writes for an e-mail address that it hides. */
const hiddenEmail = "***@***.***";

// Control characters but tab and line feed, bidi embeddings, overrides and isolates, lone surrogates, noncharacters.
// eslint-disable-next-line no-control-regex -- those are the characters in question
const unsafe = /[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\p{Cs}\p{Noncharacter_Code_Point}]/u;
const allUnsafe = new RegExp(unsafe.source, "gu");
// Much faster, and says of most texts that none of that is in them: any half of a pair may be a lone one.
// eslint-disable-next-line no-control-regex -- those are the characters in question
const suspicious = /[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]/;

// No script piles up so many accents; they would reach over the lines above and below.
const accent = "[\\u0300-\\u036f\\u0483-\\u0489\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff]";
const piled = new RegExp(`(${accent}{8})${accent}+`);
const allPiled = new RegExp(piled.source, "g");

/** Without what would change the direction or the look of the text around it. */
export function cleanText(text: string): string {
  const safe = suspicious.test(text) ? text.replace(allUnsafe, "") : text;
  const level = piled.test(safe) ? safe.replace(allPiled, "$1") : safe;
  return level.includes(hiddenEmail) ? level.replaceAll(hiddenEmail, cutMark) : level;
}

export function isClean(text: string): boolean {
  return !(suspicious.test(text) && unsafe.test(text)) && !piled.test(text) && !text.includes(hiddenEmail);
}

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

/** Clean text as it stands between tags. */
export function escapeText(text: string): string {
  return /[&<>]/.test(text) ? text.replace(/[&<>]/g, (char) => entities[char] ?? char) : text;
}

const characters: Readonly<Record<string, string>> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"' };

/** The inverse of our own escaping, and of nothing else. */
export function unescapeText(html: string): string {
  return html.includes("&") ? html.replace(/&(?:amp|lt|gt|quot);/g, (entity) => characters[entity] ?? entity) : html;
}
