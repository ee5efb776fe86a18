import { expect, test } from "vitest";
import { forEachWord } from "../../../src/taxonomy/related/words.ts";
import { toProse } from "../../../src/taxonomy/related/to-prose.ts";

function toWords(text: string): string[] {
  const words: string[] = [];
  forEachWord(text, (word) => words.push(word));
  return words;
}

test.each([
  ["Tea, and no  coffee.", ["tea", "and", "no", "coffee"]],
  ["Übergröße", ["übergröße"]],
  ["Cafe\u0301 = Café", ["café", "café"]],
  ["в 3-м часу", ["в", "3", "м", "часу"]],
  ["قهوةٌ أولى", ["قهوةٌ", "أولى"]],
  ["नमस्ते दुनिया", ["नमस्ते", "दुनिया"]],
  ["雑談の効用", ["雑談", "談の", "の効", "効用"]],
  ["茶、酒", ["茶", "酒"]],
  ["PDFを読む", ["pdf", "を読", "読む"]],
  ["コーヒー", ["コー", "ーヒ", "ヒー"]],
  ["한국어 글", ["한국", "국어", "글"]],
  ["𠮷野家", ["𠮷野", "野家"]],
  ["𞤀𞤣 ☕ 🙂", ["𞤢𞤣"]],
  ["", []],
])("the words of %j are %j", (text, words) => {
  expect(toWords(text)).toEqual(words);
});

test.each([
  ["[a cup](https://tea.example/cup 'of') <b>warm</b>", "a cup of warm"],
  ["see https://tea.example/?q=cup now", "see now"],
  ["one\n```js\nlet tea;\n```\ntwo", "one two"],
  ["one\n~~~~\nlet\n~~~\ntea\n~~~~\ntwo", "one two"],
  ["- one\n  ```\n  let\n  ```\n\n> ```\n> tea\n> ```\ntwo", "one two"],
  ["one\n```\nnever closed", "one"],
  ["[![a cup](./cup.svg)](/tea/)", "a cup"],
  ["a < b and ] ( c", "a b and c"],
])("the prose of %j is %j", (source, prose) => {
  expect(toWords(toProse(source)).join(" ")).toBe(prose);
});
