import { createServer } from "node:http";
import type { Server, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { build } from "esbuild";
import { toContentSecurityPolicy } from "../../src/seo/content-security-policy.ts";
import { toSpeculationRules } from "../../src/seo/speculation-rules.ts";

const speculationRules = toSpeculationRules({ basePath: "" });

/** A page with a join button under the real policy, and a host that stands in for giscus on another origin. */
export type JoinSite = {
  readonly url: string;
  /** What the stand-in answers with and every path that it was asked for. */
  readonly giscus: { answer: GiscusAnswer; readonly asked: string[] };
  /** Whether the embed chunk can be had. */
  readonly chunk: { isThere: boolean };
  readonly close: () => void;
};

export type GiscusAnswer = "alive" | "speechless" | "silent" | "rate-limited" | "refused" | "fails-later";

export async function openJoinSite(): Promise<JoinSite> {
  const scripts = await bundleClient();
  const giscus: JoinSite["giscus"] = { answer: "alive", asked: [] };
  const host = await listen((path, response) => {
    giscus.asked.push(path);
    answerAsGiscus(giscus.answer, path, response);
  });
  const chunk = { isThere: true };
  const blog = await listen((path, response) => {
    const [name = ""] = path.slice(1).split("?");
    const script = name === "giscus.js" && !chunk.isThere ? undefined : scripts.get(name);
    if (script !== undefined) send(response, "text/javascript", script);
    else if (name === "style.css") send(response, "text/css", `[data-state="live"] .join { display: none }`);
    else if (name === "") send(response, "text/html", toPage(host.url));
    else response.writeHead(404).end();
  });
  return { url: `${blog.url}/`, giscus, chunk, close: () => [host, blog].forEach(({ server }) => server.close()) };
}

async function bundleClient(): Promise<Map<string, string>> {
  const { outputFiles } = await build({
    entryPoints: ["client/main.ts", "client/giscus.ts"],
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    outdir: "/",
    define: { speculationRules: JSON.stringify(speculationRules), hasSearch: "false" },
    write: false,
  });
  return new Map(outputFiles.map(({ path, text }) => [path.slice(path.lastIndexOf("/") + 1), text]));
}

type Listener = { readonly server: Server; readonly url: string };

async function listen(answer: (path: string, response: ServerResponse) => void): Promise<Listener> {
  const server = createServer((request, response) => answer(request.url ?? "/", response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { server, url: `http://127.0.0.1:${port}` };
}

function send(response: ServerResponse, type: string, body: string): void {
  response.writeHead(200, { "content-type": `${type}; charset=utf-8` }).end(body);
}

function toPage(host: string): string {
  const hosts = { imageHosts: [], frameHosts: [] };
  const policy = toContentSecurityPolicy(hosts, { host }, "production", [speculationRules]);
  const data = {
    host,
    repo: "owner/name",
    "repo-id": "R_1",
    category: "Blog",
    "category-id": "C_1",
    term: "posts/hello",
    lang: "el",
    theme: `${host}/theme.css`,
    src: "/giscus.js",
    discussions: "https://github.com/owner/name/discussions",
    loading: "Loading",
    joined: "The conversation is open.",
    updated: "Comments now: {count}",
    failed: "It could not be loaded.",
    link: "On GitHub",
  };
  const attributes = Object.entries(data).map(([name, value]) => `data-${name}="${value}"`);
  return `<!doctype html><html lang="el"><head>
<meta http-equiv="Content-Security-Policy" content="${policy}"><title>Page</title>
<link rel="stylesheet" href="/style.css"><script type="module" src="/main.js"></script></head><body>
<section id="comments"><h2>Conversation</h2>
<p class="join"><button type="button" data-join ${attributes.join(" ")}>Join</button></p></section>
</body></html>`;
}

function answerAsGiscus(answer: GiscusAnswer, path: string, response: ServerResponse): void {
  if (answer === "refused") {
    response.writeHead(307, { location: "http://127.0.0.1:9/refused" }).end();
    return;
  }
  const messages: Record<Exclude<GiscusAnswer, "refused">, string> = {
    alive: `say({ resizeHeight: 321 }); say({ error: "Discussion not found" });`,
    speechless: `say({ resizeHeight: 321 });`,
    silent: "",
    "rate-limited": `say({ error: "API rate limit exceeded for owner/name" });`,
    // The first message is the configuration that every frame gets when it has loaded.
    "fails-later": `let heard = 0; addEventListener("message", () => heard++ && say({ error: "fetch failed" }));
say({ resizeHeight: 321 }); say({ discussion: { totalCommentCount: 1, totalReplyCount: 0 } });`,
  };
  const query = new URL(path, "http://giscus.test").searchParams;
  const parent = new URL(query.get("origin") ?? "http://giscus.test").origin;
  const dark = `matchMedia("(prefers-color-scheme: dark)")`;
  send(
    response,
    "text/html",
    `<!doctype html><meta name="color-scheme" content="light dark"><button>Write</button><script>
const say = (giscus) => parent.postMessage({ giscus }, ${JSON.stringify(parent)});
const show = () => { document.title = ${dark}.matches ? "dark" : "light"; };
${dark}.addEventListener("change", show); show();
${messages[answer]}</script>`,
  );
}
