import { expect, test } from "vitest";
import { toNginxMap, toRedirectsFile } from "../../src/content/redirect-rules.ts";
import { asPermalink } from "../../src/lib/permalink.ts";

const rules = [
  { from: asPermalink("/old/"), to: asPermalink("/posts/雑談/") },
  { from: asPermalink("/2012/tea.html"), to: asPermalink("/") },
];

test("Netlify and Cloudflare read a rule a line, encoded and below the base path", () => {
  expect(toRedirectsFile({ basePath: "/blog" }, rules)).toBe(
    "/blog/old/ /blog/posts/%E9%9B%91%E8%AB%87/ 301\n/blog/old /blog/posts/%E9%9B%91%E8%AB%87/ 301\n/blog/2012/tea.html /blog/ 301\n",
  );
});

test("nginx compares decoded paths and sends encoded ones", () => {
  const map = toNginxMap({ basePath: "" }, [{ from: asPermalink('/a "b"/é'), to: asPermalink("/é/") }, ...rules]);
  expect(map).toContain('  "/a \\"b\\"/é" "/%C3%A9/";\n');
  expect(map).toContain('  "/old" "/posts/%E9%9B%91%E8%AB%87/";\n');
  expect(map).toMatch(/^map \$uri \$klatsch_redirect \{$/m);
});
