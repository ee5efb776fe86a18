import { expect, it } from "vitest";
import { parseHtml } from "../../../src/importers/html/parse-html.ts";
import { renderAlone } from "../../../src/importers/html/rendered-words.ts";
import { toMarkdown } from "../../../src/importers/html/to-markdown.ts";
import { launchBrowser } from "../../support/launch-browser.ts";

it("a frame asks nobody for anything before it is opened", async () => {
  const tree = parseHtml('<iframe src="https://v.example/film" title="Film" width="300" height="200"></iframe>');
  const { markdown } = toMarkdown(tree, { linkOf: (href) => href, mediaOf: (src) => src });
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    const asked: string[] = [];
    await page.route("**/*", async (route) => {
      asked.push(route.request().url());
      await route.fulfill({ contentType: "text/html", body: "Film" });
    });
    await page.setContent(renderAlone(markdown).html, { waitUntil: "networkidle" });
    expect(asked).toEqual([]);
    await page.getByText("Film", { exact: true }).click();
    await expect.poll(() => asked).toEqual(["https://v.example/film"]);
  } finally {
    await browser.close();
  }
});
