import type { Part } from "../markdown/rendered.ts";

const signs: readonly (readonly [part: Part, sign: RegExp])[] = [
  ["blocks", /<(?:table|dl|kbd|mark|iframe)[\s>]|class="[^"]*task-list/],
  ["code", /<pre[\s>]/],
];

/** What in a text, an author's or a commenter's, has a style sheet of its own and is known by its elements. */
export function findParts(html: string): Part[] {
  return signs.filter(([, sign]) => sign.test(html)).map(([part]) => part);
}
