import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { enginePath } from "../../src/eleventy/engine.ts";
import { listFiles } from "../../src/files/read-folder.ts";
import { copySampleBlog } from "../support/copy-sample-blog.ts";
import { lastLine, runScript, type Run } from "../support/run-script.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const said = ["--title", "Tea", "--author", "Ann", "--url", "https://ann.example/", "--no-setup"];
const init = (blog: string, ...args: readonly string[]): Promise<Run> => runScript("init", ["--blog", blog, ...args]);
const read = (blog: string, path: string): string => readFileSync(join(blog, path), "utf8");

function cloneSample(): string {
  const blog = temporaryFolder();
  copySampleBlog(blog);
  return blog;
}

/** The owner's settings, and the samples still there. */
function cloneOwned(settings = "export default {};\n"): string {
  const blog = cloneSample();
  writeFileSync(join(blog, "_data/site.ts"), settings);
  return blog;
}

describe("npm run init -- --remove-samples, on a blog whose settings are the owner's", () => {
  test("removes the sample blog and nothing else", async () => {
    const blog = cloneOwned();
    writeFileSync(join(blog, "posts/mine.md"), "---\ntitle: Mine\ndate: 2026-01-05\ntags: [trust]\n---\n\nMine.\n");
    const run = await init(blog, "--remove-samples");
    expect(run).toMatchObject({ code: 0, stderr: "" });
    expect(run.stdout).toMatch(/^Removed the sample blog: \d+ files, \d+ addresses in urls\.txt\.\n/);
    expect(listFiles(join(blog, "posts"))).toEqual(["mine.md"]);
    expect(read(blog, "_data/site.ts")).toBe("export default {};\n");
  });

  test("drops the addresses of the sample blog from urls.txt, and keeps the owner's", async () => {
    const blog = cloneOwned('export default { permalink: "/:year/:slug/", author: "Ann" };\n');
    writeFileSync(join(blog, "posts/mine.md"), "---\ntitle: Mine\ndate: 2026-01-05\ntags: [trust]\n---\n\nMine.\n");
    const own = ["# Mine.", "/2025/two-chairs/", "/authors/ann/", "/gone/", "/2026/mine/"];
    writeFileSync(join(blog, "urls.txt"), `${own.join("\n")}\n${read(blog, "urls.txt")}`);
    expect(existsSync(join(blog, "posts/two-chairs/index.md"))).toBe(true);
    const run = await init(blog, "--remove-samples");
    expect(run.code).toBe(0);
    const kept = read(blog, "urls.txt").trim().split("\n");
    expect(kept.slice(0, 4)).toEqual(["# Mine.", "/authors/ann/", "/gone/", "/2026/mine/"]);
    expect(kept.slice(4)).toEqual(
      expect.arrayContaining(["/", "/archive/2026/01/", "/categories/uncategorized/", "/tags/trust/"]),
    );
    for (const url of ["/posts/two-chairs/", "/tags/coffee/", "/page/2/", "/authors/ines/", "/about/"]) {
      expect(kept).not.toContain(url);
    }
    writeFileSync(join(blog, "_data/redirects.json"), '{ "/gone/": "/2026/mine/" }\n');
    const check = await runScript("check", ["--blog", blog, "--no-cache"]);
    expect(check.stdout + check.stderr).not.toContain("was published and is gone");
  });

  test("does so too where the files were removed by hand", async () => {
    const blog = cloneOwned();
    for (const folder of ["posts", "pages", "comments"]) rmSync(join(blog, folder), { recursive: true });
    const run = await init(blog, "--remove-samples");
    expect(run.code).toBe(0);
    expect(read(blog, "urls.txt")).not.toContain("/posts/");
  });

  test("removes what the emulator remembers of it, unless it runs", async () => {
    const blog = cloneOwned();
    mkdirSync(join(blog, ".emulator"));
    const address = { graphqlUrl: "http://127.0.0.1:1/graphql", host: "http://127.0.0.1:1", process: process.pid };
    const place = { repo: "klatsch/emulated", repoId: "R_1", category: "Comments", categoryId: "C_1" };
    writeFileSync(join(blog, ".emulator/address.json"), JSON.stringify({ ...place, ...address }));
    const running = await init(blog, "--remove-samples");
    expect(running.stdout).toContain("`npm start` runs and remembers the sample's threads: stop it, and run");
    expect(existsSync(join(blog, ".emulator/address.json"))).toBe(true);
    rmSync(join(blog, ".emulator/address.json"));
    writeFileSync(join(blog, ".emulator/store.json"), "{}");
    await init(blog, "--remove-samples");
    expect(existsSync(join(blog, ".emulator"))).toBe(false);
  });
});

describe("npm run init -- --palette, on a blog whose settings are the owner's", () => {
  const theme = "_includes/styles/theme.css";

  test("sets the colours alone, again and again", async () => {
    const blog = cloneOwned();
    writeFileSync(join(blog, theme), `${read(blog, theme)}\n.mine { margin: 0; }\n`);
    expect(await init(blog, "--palette", "harbour")).toMatchObject({ code: 0, stderr: "" });
    const run = await init(blog, "--palette", "lavender");
    expect(run.stdout).toContain(`Wrote ${theme}. Your _data/site.ts stays as it is.\n`);
    expect(read(blog, theme)).toContain("--paper: light-dark(#faf7fb, #17131a);");
    expect(read(blog, theme)).toContain(".mine { margin: 0; }");
    expect(read(blog, "_data/site.ts")).toBe("export default {};\n");
    expect(existsSync(join(blog, "posts/two-chairs/index.md"))).toBe(true);
  });

  test("leaves colours alone that are the owner's", async () => {
    const blog = cloneOwned();
    writeFileSync(join(blog, theme), read(blog, theme).replace("#fbf7f0", "#ffffff"));
    const run = await init(blog, "--palette", "lavender");
    expect(run).toMatchObject({ code: 1, stdout: "" });
    expect(run.stderr).toContain("theme.css has colours of your own");
  });
});

describe("npm run init", () => {
  test("takes a giscus.json that it wrote itself for its own", async () => {
    const blog = cloneSample();
    await init(blog, ...said);
    rmSync(join(blog, "_data/site.ts"));
    const run = await init(blog, ...said, "--url", "https://tea.example/", "--remove-samples");
    expect(run.stdout).toContain("Wrote _data/site.ts, giscus.json.\n");
    expect(run.stdout).not.toContain("Kept");
    expect(read(blog, "giscus.json")).toContain('"https://tea.example"');
  });

  test("names the posts that wait in the new time zone, and says at last how to keep it all", async () => {
    const blog = cloneSample();
    const made = await runScript("new", ["Tea", "--blog", blog]);
    expect(made.code).toBe(0);
    const run = await init(blog, ...said, "--timezone", "Pacific/Pago_Pago", "--remove-samples");
    expect(run.stdout).toMatch(
      /posts\/tea\.md waits until [-\d: ]+ \(Pacific\/Pago_Pago\): in the blog's time zone its date is still to come\./,
    );
    expect(lastLine(run.stdout)).toBe('Keep it: git add -A && git commit -m "Mine"');
    expect(existsSync(enginePath("posts/tea.md"))).toBe(false);
  });
});
