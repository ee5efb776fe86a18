import { once } from "node:events";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { enginePath } from "../../src/eleventy/engine.ts";
import { runScript, startScript } from "../support/run-script.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

function makeBlog(overrides: Readonly<Record<string, string>>): string {
  const blog = temporaryFolder(enginePath("tests/sites/one-post"));
  for (const [path, text] of Object.entries(overrides)) {
    const file = join(blog, "overrides/components", path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return blog;
}

const build = (blog: string) => runScript("build", ["--blog", blog, "--output", join(blog, "out"), "--quiet"]);

const footer = `import { href, toPermalink } from "../../src/lib/permalink.ts";
import type { Site } from "../../src/content/site.ts";

export function SiteFooter({ site }: { site: Site }) {
  return <footer class="mine"><a href={href(site, toPermalink())}>My own end</a></footer>;
}
`;

describe("a component in overrides/components/", () => {
  test("stands in for the engine's of the same name, on every page", async () => {
    const blog = makeBlog({ "site-footer.tsx": footer });
    expect(await build(blog)).toMatchObject({ code: 0, stderr: "" });
    for (const page of ["index.html", "posts/hello/index.html", "archive/index.html"]) {
      const html = readFileSync(join(blog, "out", page), "utf8");
      expect(html).toContain('<footer class="mine"><a href="/">My own end</a></footer>');
      expect(html).not.toContain("colophon");
    }
  });

  test("may stand around the one that it replaces", async () => {
    const wrapper = `import { SiteFooter as Original } from "../../_includes/components/site-footer.tsx";

export function SiteFooter(props: Parameters<typeof Original>[0]) {
  return <><p class="motto">Carry on.</p><Original {...props} /></>;
}
`;
    const blog = makeBlog({ "site-footer.tsx": wrapper });
    expect(await build(blog)).toMatchObject({ code: 0, stderr: "" });
    expect(readFileSync(join(blog, "out/index.html"), "utf8")).toMatch(
      /<p class="motto">Carry on\.<\/p><footer class="colophon"/,
    );
  });

  test("of an unknown name, or without what others import, is an error", async () => {
    const blog = makeBlog({ "site-foter.tsx": footer, "site-header.tsx": "export const Other = 1;\n" });
    const run = await build(blog);
    expect(run.code).toBe(1);
    expect(run.stderr).toContain(
      "overrides/components/site-foter.tsx:1:1: there is no component of this name. Did you mean `site-footer.tsx`?",
    );
    expect(run.stderr).toContain(
      "overrides/components/site-header.tsx:1:1: the component `SiteHeader` is missing. Write `export function SiteHeader`.",
    );
  });

  const check = (blog: string) => runScript("check", ["--blog", blog, "--no-cache"]);

  test.each([
    ["when a page is made", "\n  return <p>{undefinedThing()}</p>;\n", "2:14"],
    ["deeper down", "\n  const count = () => null.length;\n  return <p>{count()}</p>;\n", "2:28"],
  ])("that fails %s is one error with its place and cause, in build and check", async (_, body, place) => {
    const blog = makeBlog({ "site-footer.tsx": `export function SiteFooter() {${body}}\n` });
    const runs = await Promise.all([build(blog), check(blog)]);
    for (const run of runs) {
      expect(run.code).toBe(1);
      expect(run.stderr).toContain(`overrides/components/site-footer.tsx:${place}: the component cannot be shown (`);
      expect(run.stderr).toMatch(/undefinedThing is not defined|of null/);
      expect(run.stderr).not.toMatch(/ {4}at |TemplateContentRenderError/);
      expect(run.stderr.match(/cannot be shown/g)).toHaveLength(1);
    }
  });

  test("that fails when it is loaded is an error with its place", async () => {
    const blog = makeBlog({ "site-footer.tsx": `const x = undefinedThing();\n${footer}` });
    for (const run of await Promise.all([build(blog), check(blog)])) {
      expect(run.code).toBe(1);
      expect(run.stderr).toContain(
        "site-footer.tsx:1:11: the component cannot be shown (undefinedThing is not defined).",
      );
      expect(run.stderr).not.toContain("    at ");
    }
  });

  test("that fails is told by npm start until it is mended", async () => {
    const blog = makeBlog({ "site-footer.tsx": "export function SiteFooter() {\n  return <p>{nothing()}</p>;\n}\n" });
    const server = startScript("start", ["--blog", blog, "--port", "0"]);
    let said = "";
    server.stderr.setEncoding("utf8").on("data", (text: string) => (said += text));
    try {
      await expect.poll(() => said, { timeout: 20_000 }).toMatch(/site-footer\.tsx:2:14: .*\(nothing is not defined\)/);
      expect(said).not.toMatch(/ {4}at |mended/);
      writeFileSync(join(blog, "overrides/components/site-footer.tsx"), footer);
      await expect.poll(() => said, { timeout: 20_000 }).toContain("All problems are mended.\n");
    } finally {
      const end = once(server, "close");
      server.kill("SIGINT");
      await end;
    }
  });

  test("with a mistake in its TypeScript is an error with its line", async () => {
    const blog = makeBlog({ "site-footer.tsx": "export function SiteFooter() {\n  return <p>;\n}\n" });
    const run = await build(blog);
    expect(run.code).toBe(1);
    expect(run.stderr).toMatch(/overrides\/components\/site-footer\.tsx:\d+:\d+: /);
    expect(run.stderr).not.toContain("    at ");
  });
});
