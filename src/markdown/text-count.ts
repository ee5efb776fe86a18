import type { Token } from "markdown-it";
import { toPlainText } from "./plain-text.ts";

const words = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’._-][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*/gu;
const characters = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}ー]/gu;
/** Cheaper than the expressions above, and true for most texts of most blogs. */
const beyondLatin = /[^\0-\u024f\u2010-\u2027]/;
const latinWords = /[0-9A-Za-zªµºÀ-ÖØ-öø-ɏ]+(?:['’._-][0-9A-Za-zªµºÀ-ÖØ-öø-ɏ]+)*/g;

/** Words and characters a reader reads: no code blocks, no tags. */
export class TextCount {
  words = 0;
  characters = 0;

  add(text: string): void {
    if (!beyondLatin.test(text)) {
      this.words += countMatches(text, latinWords);
      return;
    }
    const rest = text.replace(characters, () => {
      this.characters += 1;
      return " ";
    });
    this.words += countMatches(rest, words);
  }

  addTokens(tokens: readonly Token[]): void {
    for (const token of tokens) {
      if (token.type === "inline") this.add(toPlainText(token.children ?? []));
    }
  }
}

function countMatches(text: string, pattern: RegExp): number {
  pattern.lastIndex = 0;
  let count = 0;
  while (pattern.test(text)) count += 1;
  return count;
}
