import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { lastLine, runScript } from "../support/run-script.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const post = (title: string, more = "") => `---\ntitle: ${title}\ndate: 2026-01-05\n${more}---\n\nSome words.\n`;

function makeBlog(): string {
  const blog = temporaryFolder();
  mkdirSync(join(blog, "posts"));
  mkdirSync(join(blog, "_data"));
  writeFileSync(
    join(blog, "_data/site.ts"),
    'export default { title: "Tea", url: "https://tea.example/", search: false, cards: false };\n',
  );
  writeFileSync(join(blog, "posts/green-tea.md"), post("Green tea", "tags: [green]\n"));
  writeFileSync(join(blog, "posts/雑談.md"), post("雑談"));
  return blog;
}

const build = (blog: string, ...more: readonly string[]) =>
  runScript("build", ["--blog", blog, "--output", join(blog, "out"), "--quiet", ...more]);
const urls = (blog: string) => readFileSync(join(blog, "urls.txt"), "utf8").split("\n");

describe("a build of a whole blog", () => {
  test("remembers every address, and fails before one is lost", async () => {
    const blog = makeBlog();
    expect((await build(blog)).code).toBe(0);
    expect(urls(blog)).toEqual(expect.arrayContaining(["/", "/posts/green-tea/", "/posts/雑談/", "/tags/green/"]));

    renameSync(join(blog, "posts/green-tea.md"), join(blog, "posts/green-teas.md"));
    const kept = readFileSync(join(blog, "urls.txt"), "utf8");
    const lost = await build(blog);
    expect(lost.code).toBe(1);
    expect(lost.stderr).toMatch(
      /posts\/green-teas\.md:1:1: the address \/posts\/green-tea\/ was published and is gone\. Add a line `aliases: \[\/posts\/green-tea\/\]`/,
    );
    expect(lastLine(lost.stderr)).toBe("Not built: 1 error in 1 file");
    expect(existsSync(join(blog, "out/posts/green-tea/index.html"))).toBe(true);
    expect(readFileSync(join(blog, "urls.txt"), "utf8")).toBe(kept);

    writeFileSync(join(blog, "posts/green-teas.md"), post("Green tea", "aliases: [/posts/green-tea/]\n"));
    expect(await build(blog)).toMatchObject({ code: 0, stderr: "" });
    expect(readFileSync(join(blog, "out/posts/green-tea/index.html"), "utf8")).toContain("url=/posts/green-teas/");
    expect(readFileSync(join(blog, "out/tags/green/index.html"), "utf8")).toContain("url=/tags/");
    expect(readFileSync(join(blog, "out/_redirects"), "utf8").split("\n")).toContain(
      "/posts/green-tea/ /posts/green-teas/ 301",
    );
    expect(existsSync(join(blog, "out/nginx-redirects.conf"))).toBe(true);
    expect(urls(blog)).toEqual(expect.arrayContaining(["/posts/green-tea/", "/posts/green-teas/"]));
  });

  test("lets an address go whose line is removed", async () => {
    const blog = makeBlog();
    await build(blog);
    rmSync(join(blog, "posts/green-tea.md"));
    expect((await build(blog)).stderr).toMatch(
      /urls\.txt:\d+:1: the address \/posts\/green-tea\/ was published and is gone/,
    );
    writeFileSync(
      join(blog, "urls.txt"),
      urls(blog)
        .filter((url) => url !== "/posts/green-tea/")
        .join("\n"),
    );
    expect((await build(blog)).code).toBe(0);
  });

  test("puts the owner's own redirects first", async () => {
    const blog = makeBlog();
    mkdirSync(join(blog, "public"));
    writeFileSync(join(blog, "public/_redirects"), "/mine /elsewhere 302");
    writeFileSync(join(blog, "posts/雑談.md"), post("雑談", "aliases: [/old/]\n"));
    await build(blog);
    expect(readFileSync(join(blog, "out/_redirects"), "utf8")).toMatch(/^\/mine \/elsewhere 302\n\/old\/ \/posts\/%E9/);
  });

  test("of an earlier time forgets nothing and takes posts that wait for no loss", async () => {
    const blog = makeBlog();
    await build(blog);
    const kept = readFileSync(join(blog, "urls.txt"), "utf8");
    expect(await build(blog, "--now", "2025-01-01T00:00:00Z")).toMatchObject({ code: 0, stderr: "" });
    expect(readFileSync(join(blog, "urls.txt"), "utf8")).toBe(kept);
  });
});

test("a build of posts alone writes no urls.txt", async () => {
  const blog = makeBlog();
  const run = await runScript("build", ["--posts", join(blog, "posts"), "--output", join(blog, "out"), "--quiet"]);
  expect(run.code).toBe(0);
  expect(existsSync(join(blog, "urls.txt"))).toBe(false);
  expect(existsSync(join(blog, "posts/urls.txt"))).toBe(false);
});
