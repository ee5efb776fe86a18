import { describe, expect, it } from "vitest";
import { readMoment } from "../../../src/importers/markdown/survey/read-moment.ts";
import { importSite } from "./import-folder.ts";

const zone = "Europe/Berlin";

describe("dates", () => {
  it.each([
    ["2020-05-01", "2020-05-01"],
    ["2020-5-1", "2020-05-01"],
    ["2020/05/01 9:05", "2020-05-01 09:05:00"],
    ["2020-05-01T09:05:03.120Z", "2020-05-01 09:05:03 +0000"],
    ["2020-05-01 09:05:03 +0200", "2020-05-01 09:05:03 +0200"],
    ["2020-05-01 09:05:03+8", "2020-05-01 09:05:03 +0800"],
    ["2020-05-01 09:05 PM", "2020-05-01 21:05:00"],
    ["2023-01-29 18:30:22 2023 -0800", "2023-01-29 18:30:22 -0800"],
    ["May 1, 2020", "2020-05-01"],
    ["1 May 2020", "2020-05-01"],
    ["Fri, 01 May 2020 09:05:03 +0200", "2020-05-01 09:05:03 +0200"],
  ])("%s is %s", (written, text) => {
    expect(readMoment(written, { zone, readsTimesAsUtc: false })?.text).toBe(text);
  });

  it.each(["", "soon", "2020-13-01", "2020-02-30", "20200", "2020"])("%j is none", (written) => {
    expect(readMoment(written, { zone, readsTimesAsUtc: false })).toBeUndefined();
  });

  it("without a zone are UTC to Ruby, if they have seconds", () => {
    const rules = { zone, readsTimesAsUtc: true };
    expect(readMoment("2020-05-01 23:30:00", rules)?.date.toISODate()).toBe("2020-05-02");
    expect(readMoment("2020-05-01 23:30", rules)?.date.toISODate()).toBe("2020-05-01");
  });

  it.each([
    ["front matter", "content/posts/2019-01-01-tea.md", "date = 2020-05-01", "2020-05-01"],
    ["the name", "content/posts/2020-05-01-tea.md", "", "2020-05-01"],
    ["the name of the bundle", "content/posts/2020-05-01-tea/index.md", "", "2020-05-01"],
    ["`path`", "content/posts/tea.md", 'path = "2020/05/01/tea"', "2020-05-01"],
    ["the folders", "content/posts/2020/05/01/tea.md", "", "2020-05-01"],
    ["the name, where front matter says none", "content/posts/2020-05-01-tea.md", 'date = "soon"', "2020-05-01"],
  ])("come from %s", async (_, path, line, date) => {
    const { files } = await importSite({
      "config.toml": 'base_url = "https://tea.example"',
      [path]: `+++\ntitle = "Tea"\n${line}\n+++\nText\n`,
    });
    const text = Object.entries(files).find(([file]) => file.startsWith("posts/"))?.[1];
    expect(text).toContain(`date: ${date}`);
  });

  it("decide what is a post: a text without one is a page at its old address", async () => {
    const { files, records } = await importSite({
      "config.toml": 'base_url = "https://tea.example"',
      "content/about.md": '+++\ntitle = "About"\n+++\nText\n',
    });
    expect(files["pages/about.md"]).toBe("---\ntitle: About\n---\n\nText\n");
    expect(records["content/about.md"]?.urls).toEqual([{ from: "/about/", outcome: "same", to: "/about/" }]);
  });

  it("are made up for drafts, by the newest post, and that is said", async () => {
    const { files, records } = await importSite({
      "_config.yml": "title: Tea",
      "_posts/2020-05-01-tea.md": "---\ntitle: Tea\n---\nText\n",
      "_drafts/cake.md": "---\ntitle: Cake\n---\nText\n",
    });
    expect(files["posts/drafts/cake.md"]).toBe("---\ntitle: Cake\ndate: 2020-05-01\ndraft: true\n---\n\nText\n");
    expect(records["_drafts/cake.md"]).toMatchObject({
      status: "draft",
      urls: [],
      findings: [{ kind: "date", outcome: "changed" }],
    });
  });

  it("in the future stay: the post waits", async () => {
    const { files } = await importSite({
      "_config.yml": "title: Tea",
      "_posts/2099-05-01-tea.md": "---\ntitle: Tea\n---\nText\n",
    });
    expect(files["posts/2099/tea.md"]).toBe("---\ntitle: Tea\ndate: 2099-05-01\n---\n\nText\n");
  });
});
