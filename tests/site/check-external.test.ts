import { createServer as createSecureServer } from "node:https";
import { createServer, type AddressInfo } from "node:net";
import type { IncomingMessage, ServerResponse } from "node:http";
import { DateTime } from "luxon";
import { describe, expect, onTestFinished, test } from "vitest";
import { findBlogFolder } from "../../src/eleventy/blog-folder.ts";
import type { OutsideOptions } from "../../src/eleventy/check-outside.ts";
import { checkSite } from "../../src/eleventy/check-site.ts";
import { createCache } from "../../src/files/cache.ts";
import { fakeRuntime } from "../support/fake-runtime.ts";
import { runScript } from "../support/run-script.ts";
import { selfSigned } from "../support/self-signed.ts";
import { writeBlog } from "../support/sound-blog.ts";
import { stubServer } from "../support/stub-server.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const post = (text: string, keys = "") => `---\ntitle: Tea\ndate: 2026-01-05\n${keys}---\n\n${text}\n`;

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

const answers: Readonly<Record<string, Answer>> = {
  "/ok": (_, response) => response.end("here"),
  "/moved": (_, response) => response.writeHead(301, { location: "/ok" }).end(),
  "/moved-away": (_, response) => response.writeHead(308, { location: "/gone" }).end(),
  "/circle": (_, response) => response.writeHead(302, { location: "/circle" }).end(),
  "/gone": (_, response) => response.writeHead(404).end(),
  "/removed": (_, response) => response.writeHead(410).end(),
  "/fault": (_, response) => response.writeHead(500).end(),
  "/private": (_, response) => response.writeHead(403).end(),
  "/no-head": ({ method }, response) => response.writeHead(method === "HEAD" ? 405 : 200).end(),
  "/lying-head": ({ method }, response) => response.writeHead(method === "HEAD" ? 404 : 200).end(),
  "/gone-and-huge": ({ method }, response) => (method === "HEAD" ? response.writeHead(501).end() : pour(response, 404)),
  "/huge": ({ method }, response) => (method === "HEAD" ? response.writeHead(405).end() : pour(response, 200)),
};

/** A body without an end, as long as somebody reads it. */
function pour(response: ServerResponse, status: number): void {
  response.writeHead(status);
  const timer = setInterval(() => response.write("x".repeat(65_536)), 5);
  response.on("close", () => clearInterval(timer));
}

const serve = () =>
  stubServer((request, response) => (answers[request.url ?? ""] ?? answers["/gone"])?.(request, response));

/** One on which nobody listens any more. */
async function closedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

type Blog = Readonly<Record<string, string>>;

/** What a check of a blog says of its links, and what it slept. */
async function check(blog: Blog, options: Partial<OutsideOptions> = {}, cacheFolder?: string) {
  const folder = temporaryFolder();
  const site = 'export default { title: "Tea", url: "https://tea.example/", search: false, cards: false };\n';
  writeBlog(folder, new Map(Object.entries({ "_data/site.ts": site, ...blog })));
  const runtime = fakeRuntime();
  const outside = { runtime, onProgress: () => {}, timeout: 300, ...options };
  const checked = await checkSite({
    folder: findBlogFolder({ blog: folder }),
    now: DateTime.fromISO("2026-11-23T12:00:00Z"),
    cache: createCache(cacheFolder),
    importPage: (file) => import(file),
    onProgress: () => {},
    outside,
  });
  const lines = checked.problems.map(({ file, line, column, message }) => {
    return `${file.split("/").at(-1)}:${line}:${column} ${message}`;
  });
  return { ...checked, lines, slept: runtime.slept };
}

describe("a link to another site", () => {
  test.each(["/ok", "/moved", "/no-head", "/lying-head", "/huge", "/private"])("to %s is no problem", async (path) => {
    const { origin } = await serve();
    expect((await check({ "posts/a.md": post(`[There](${origin}${path})`) })).lines).toEqual([]);
  });

  test.each([
    ["/gone", "the page is not there (404)"],
    ["/removed", "the page was removed (410)"],
    ["/fault", "its host has a fault (500)"],
    ["/moved-away", "the page is not there (404)"],
    ["/circle", "it redirects in a circle"],
    ["/gone-and-huge", "the page is not there (404)"],
  ])("to %s is told with its place and the reason", async (path, reason) => {
    const { origin } = await serve();
    const { lines } = await check({ "posts/a.md": post(`Some words\nand [there](${origin}${path}#part).`) });
    expect(lines).toEqual([`a.md:7:13 the link leads to nothing: ${reason} (found ${origin}${path})`]);
  });

  test("to nobody, to silence and to a host that cannot prove its name is told", async () => {
    const dead = await closedPort();
    const silent = await stubServer(() => {});
    const secure = createSecureServer(selfSigned, (_, response) => response.end());
    await new Promise<void>((resolve) => secure.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void secure.close());
    const address = secure.address() as AddressInfo;
    const { lines } = await check({
      "posts/a.md": post(`<http://127.0.0.1:${dead}/>\n<${silent.origin}/>\n<https://127.0.0.1:${address.port}/>`),
    });
    expect(lines.map((line) => line.replace(/\(found .*/, ""))).toEqual([
      "a.md:6:2 the link leads to nothing: its host takes no connections ",
      "a.md:7:2 the link leads to nothing: no answer in 0.3 s ",
      "a.md:8:2 the link leads to nothing: the certificate of its host is not valid (DEPTH_ZERO_SELF_SIGNED_CERT) ",
    ]);
  });

  test("to a busy host waits as long as that asks for, and gives up where that is too long", async () => {
    const wait =
      (seconds: string): Answer =>
      (_, response) =>
        response.writeHead(429, { "retry-after": seconds }).end();
    const busy = await stubServer(wait("7"), wait("2"), (_, response) => response.end());
    const { lines, slept } = await check({ "posts/a.md": post(`<${busy.origin}/>`) });
    expect([lines, slept]).toEqual([[], [7000, 2000]]);
    const refusing = await stubServer(wait("3600"));
    const { links } = await check({ "posts/a.md": post(`<${refusing.origin}/a> <${refusing.origin}/b>`) });
    expect(links).toMatchObject({ problems: [], asked: 2, unknown: 2 });
    expect(refusing.requests).toHaveLength(1);
  });

  test("is asked for once, by HEAD, by somebody with a name, and told in every post", async () => {
    const seen = new Set<string | undefined>();
    const { origin, requests } = await stubServer((request, response) => {
      seen.add(request.headers["user-agent"]);
      response.writeHead(request.url === "/gone" ? 410 : 200).end();
    });
    const posts = Array.from({ length: 50 }, (_, number) => [
      `posts/${number}.md`,
      post(`[There](${origin}/there#${number}) [Gone](${origin}/gone)`, `slug: s${number}\nid: s${number}\n`),
    ]);
    const { lines } = await check(Object.fromEntries(posts));
    expect(requests.toSorted()).toEqual(["GET /gone ", "HEAD /gone ", "HEAD /there "]);
    expect(lines).toHaveLength(50);
    expect([...seen]).toEqual(["Klatsch link check (+https://tea.example/)"]);
  });

  test("is found where it was completed, is in HTML or begins a longer one", async () => {
    const { origin } = await serve();
    const text = `${origin}/gone/and/more and\n${origin}/gone and\n<a href="${origin}/removed">there</a>`;
    const { lines } = await check({ "posts/a.md": post(text) });
    expect(lines.map((line) => line.split(" ")[0])).toEqual(["a.md:6:1", "a.md:7:1", "a.md:8:10"]);
  });

  test("is asked for in pages, the navigation and for authors; not in comments, nor where it stands for nothing", async () => {
    const { origin, requests } = await serve();
    const thread = {
      post: "a",
      discussion: null,
      comments: [
        {
          id: "1",
          source: "wordpress",
          anchor: "comment-1",
          author: { name: "A" },
          createdAt: "2026-02-01T10:00:00Z",
          html: `<p><a href="${origin}/comment">x</a></p>`,
          status: "visible",
          replies: [],
        },
      ],
    };
    const { lines } = await check({
      "_data/site.ts": `export default {\n  url: "https://tea.example/",\n  nav: [\n    { label: "X", url: "${origin}/nav" },\n  ],\n};\n`,
      "_data/authors.json": `{ "ada": {\n  "url": "${origin}/author" } }\n`,
      "pages/about.md": `---\ntitle: About\n---\n\n[Page](${origin}/page)\n`,
      "posts/a.md": post("<https://example.com/> <https://a.example/> <http://localhost:1/> <mailto:a@example.org>"),
      "posts/b.md": post(`<${origin}/silent>`, "silence: link-outside\n"),
      "comments/a.json": JSON.stringify(thread),
    });
    expect(lines.map((line) => line.split(" ")[0])).toEqual(["authors.json:2:10", "site.ts:4:19", "about.md:5:8"]);
    expect(requests.filter((request) => request.startsWith("HEAD")).toSorted()).toEqual([
      "HEAD /author ",
      "HEAD /nav ",
      "HEAD /page ",
    ]);
  });
});

describe("hosts", () => {
  test("are asked slowly, one thing after the other, and many at once", async () => {
    let most = 0;
    let now = 0;
    const slow: Answer = (_, response) => {
      most = Math.max(most, ++now);
      setTimeout(() => response.end(() => now--), 20);
    };
    const one = await stubServer(slow);
    const { slept } = await check({ "posts/a.md": post([1, 2, 3].map((path) => `<${one.origin}/${path}>`).join(" ")) });
    expect([most, slept]).toEqual([1, [1000, 1000]]);
    const hosts = await Promise.all([1, 2, 3, 4].map(() => stubServer(slow)));
    most = 0;
    await check({ "posts/a.md": post(hosts.map(({ origin }) => `<${origin}/>`).join(" ")) }, { hostsAtOnce: 2 });
    expect(most).toBe(2);
  });

  test("that give no answer twice are not asked a third time", async () => {
    const silent = await stubServer(() => {});
    const text = [1, 2, 3, 4].map((path) => `<${silent.origin}/${path}>`).join(" ");
    const { lines } = await check({ "posts/a.md": post(text) }, { timeout: 100 });
    expect(lines).toHaveLength(4);
    expect(new Set(silent.requests.map((request) => request.split(" ")[1]))).toEqual(new Set(["/1", "/2"]));
  });

  test("of which none can be reached are no problem of the links: this machine is offline", async () => {
    const ask: OutsideOptions["ask"] = async () => ({ state: "gone", reason: "", isHostWide: true, isUnreached: true });
    const both = await check({ "posts/a.md": post("<http://one.klatsch/> <http://two.klatsch/>") }, { ask });
    expect([both.lines, both.links?.isOffline]).toEqual([[], true]);
    const one = await check({ "posts/a.md": post("<http://one.klatsch/a> <http://one.klatsch/b>") }, { ask });
    expect([one.lines.length, one.links?.isOffline]).toEqual([2, false]);
  });
});

describe("answers", () => {
  test("are kept for a week, failures for a day, and what is too much for one run waits for the next", async () => {
    const { origin, requests } = await serve();
    const cache = temporaryFolder();
    const blog = { "posts/a.md": post(`<${origin}/ok> <${origin}/gone> <${origin}/moved>`) };
    const start = Date.parse("2026-11-23T12:00:00Z");
    const run = async (days: number, most = 1000) => {
      requests.length = 0;
      const runtime = { ...fakeRuntime(), now: () => start + days * 24 * 60 * 60 * 1000 };
      const { lines, links } = await check(blog, { runtime, most }, cache);
      return [lines.length, links?.asked, links?.known, links?.later, requests.length > 0];
    };
    expect(await run(0, 2)).toEqual([1, 2, 0, 1, true]);
    expect(await run(0.5)).toEqual([1, 1, 2, 0, true]);
    expect(await run(0.9)).toEqual([1, 0, 3, 0, false]);
    expect(await run(2)).toEqual([1, 1, 2, 0, true]);
    expect(await run(9)).toEqual([1, 3, 0, 0, true]);
  });

  test("of a command are printed with the rest, and nobody is asked without --external", async () => {
    const { origin, requests } = await serve();
    const blog = temporaryFolder();
    const site = 'export default { url: "https://tea.example/" };\n';
    writeBlog(
      blog,
      new Map([
        ["posts/a.md", post(`[x](${origin}/gone)`)],
        ["_data/site.ts", site],
      ]),
    );
    const quiet = await runScript("check", ["--blog", blog, "--no-cache"]);
    expect([quiet.code, requests]).toEqual([0, []]);
    const run = await runScript("check", ["--blog", blog, "--external", "--no-cache"]);
    expect(run.stderr).toMatch(/posts\/a\.md:6:5: warning: the link leads to nothing: the page is not there \(404\)/);
    expect(run.stdout).toBe(
      "Links to other sites: 1 asked for, 0 known from before\nChecked 1 post or page: 0 errors, 1 warning\n",
    );
    expect(run.code).toBe(0);
  });
});
