import { expect, it } from "vitest";
import { compareWords } from "../../../src/importers/html/compare-words.ts";
import { parseHtml } from "../../../src/importers/html/parse-html.ts";
import { renderAlone } from "../../../src/importers/html/rendered-words.ts";
import { toMarkdown } from "../../../src/importers/html/to-markdown.ts";
import { createRandom } from "../../support/random.ts";
import { RandomHtml } from "./random-html.ts";

const target = { linkOf: (href: string) => href, mediaOf: (src: string) => src };

it("random pages keep their words and give the build nothing to warn of", () => {
  for (let seed = 1; seed <= 600; seed += 1) {
    const html = new RandomHtml(createRandom(seed)).flow(1);
    const tree = parseHtml(html);
    const { markdown } = toMarkdown(tree, target);
    expect(compareWords(tree, markdown), `seed ${seed}: ${html}`).toEqual([]);
    expect(renderAlone(markdown).problems, `seed ${seed}: ${html}`).toEqual([]);
  }
});

it("pages cut at any character are read nevertheless", () => {
  const html = new RandomHtml(createRandom(7)).flow(3).slice(0, 1_500);
  for (let end = 0; end < html.length; end += 7) {
    const tree = parseHtml(html.slice(0, end));
    expect(compareWords(tree, toMarkdown(tree, target).markdown), `cut at ${end}`).toEqual([]);
  }
});
