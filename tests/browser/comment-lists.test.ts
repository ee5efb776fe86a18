import { readFileSync } from "node:fs";
import { expect, onTestFinished, test } from "vitest";
import { enginePath } from "../../src/eleventy/engine.ts";
import { launchBrowser } from "../support/launch-browser.ts";

const styles = ["prose", "conversation"].map((name) =>
  readFileSync(enginePath(`_includes/styles/${name}.css`), "utf8"),
);

test("a numbered list in a comment has its numbers, and no hairline as replies have", async () => {
  const browser = await launchBrowser();
  onTestFinished(() => browser.close());
  const page = await browser.newPage();
  const numbered = "<ol><li>Water<ol><li>Cold</li></ol></li></ol>";
  await page.setContent(
    `<style>:root { --line: black }\n${styles.join("\n")}</style><div class="thread"><ol id="replies"><li><article class="comment">` +
      `<div class="prose">${numbered}</div></article><ol id="answers"><li>A reply</li></ol></li></ol></div>`,
  );
  const look = (selector: string) =>
    page
      .locator(selector)
      .evaluateAll((lists) =>
        lists.map((list) => [getComputedStyle(list).listStyleType, getComputedStyle(list).borderInlineStartWidth]),
      );
  expect(await look(".prose ol")).toEqual([
    ["decimal", "0px"],
    ["decimal", "0px"],
  ]);
  expect(await look("#replies, #answers")).toEqual([
    ["none", "0px"],
    ["none", "1px"],
  ]);
});
