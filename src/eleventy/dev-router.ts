import { readFileSync } from "node:fs";
import type { DevResponse } from "@11ty/eleventy-dev-server";
import mime from "mime";
import { encodePath, toOutputPath } from "../lib/permalink.ts";
import { formatProblem } from "../lib/problem.ts";
import { toProblemPage } from "./problem-page.ts";
import type { Route } from "./page.ts";
import { hasErrors } from "./render-entries.ts";
import type { SitePlan } from "./site-plan.ts";
import { toDocument } from "./to-document.ts";

/** Answers requests out of a site that is planned but not built: a page is rendered when it is asked for. */
export type DevRouter = (url: URL) => DevResponse | Promise<DevResponse>;

export function createDevRouter(plan: SitePlan): DevRouter {
  const { basePath } = plan.context.site;
  const routes = new Map<string, Route>();
  for (const own of plan.routes.values()) for (const route of own) routes.set(toOutputPath(route.permalink), route);
  return (url) => {
    if (hasErrors(plan.problems)) return html(500, toProblemPage(plan.problems));
    const path = decode(url.pathname);
    if (!path.startsWith(`${basePath}/`)) return redirect(`${basePath}/`);
    const file = path.slice(basePath.length + 1);
    if (plan.context.site.search && file.startsWith("pagefind/")) return answerSearch(plan, file);
    if (file.startsWith("cards/")) return answerCard(plan, routes, file);
    return answer(plan, routes, file) ?? notFound(plan, routes);
  };
}

async function answerCard(plan: SitePlan, routes: ReadonlyMap<string, Route>, file: string): Promise<DevResponse> {
  const card = await plan.cards.draw(file);
  return card ? body(file, card) : (answer(plan, routes, file) ?? notFound(plan, routes));
}

function answer(plan: SitePlan, routes: ReadonlyMap<string, Route>, path: string): DevResponse | undefined {
  const file = path === "" || path.endsWith("/") ? `${path}index.html` : path;
  const route = routes.get(file);
  if (route)
    return file.endsWith(".html")
      ? html(200, toDocument(route, plan.context))
      : body(file, toDocument(route, plan.context));
  if (routes.has(`${path}/index.html`)) return redirect(`${plan.context.site.basePath}/${encodePath(path)}/`);
  const bytes = plan.bundle.files.get(file) ?? readStatic(plan, file);
  return bytes && body(file, bytes);
}

/** The index is made when the search page first asks for it. */
async function answerSearch({ searchIndex }: SitePlan, file: string): Promise<DevResponse> {
  const { files, problems } = await searchIndex();
  const [problem] = problems;
  if (problem) throw new Error(formatProblem(problem));
  const bytes = files.get(file);
  return bytes ? body(file, bytes) : html(404, "<!doctype html><title>Not found</title><p>Not found</p>");
}

function readStatic({ staticFiles, content, loaded }: SitePlan, path: string): Uint8Array | undefined {
  // A face may be asked for by a page of the plan before this one, so it need not have been shown by this one.
  const face = path.startsWith("comments/") ? loaded.commentMedia.get(path.slice("comments/".length)) : undefined;
  const media = face ?? [...content.usedMedia].find(([url]) => toOutputPath(url) === path)?.[1];
  const file = staticFiles.get(path) ?? media;
  return file === undefined ? undefined : readFileSync(file);
}

function notFound(plan: SitePlan, routes: ReadonlyMap<string, Route>): DevResponse {
  const route = routes.get("404.html");
  if (!route) return html(404, "<!doctype html><title>Not found</title><p>Not found</p>");
  // The dev server writes its script into pages that are not 200, where our policy stops it; this one passes.
  const reload = '<script type="module" src="/.11ty/reload-client.js"></script></head>';
  return html(404, toDocument(route, plan.context).replace("</head>", reload));
}

function body(file: string, content: string | Uint8Array): DevResponse {
  const type = mime.getType(file) ?? "application/octet-stream";
  const charset = /^text\/|json$|xml$|javascript$/.test(type) ? "; charset=utf-8" : "";
  return {
    status: 200,
    headers: { ...noStore, ...(isTheme(file) && shared), "Content-Type": type + charset },
    body: content,
  };
}

// giscus reads it from its frame on another origin; a static host shares all files, but drafts are nobody else's.
function isTheme(file: string): boolean {
  return file === "assets/giscus-theme.css";
}

const shared = { "Access-Control-Allow-Origin": "*" };

export function html(status: number, content: string): DevResponse {
  return { status, headers: { ...noStore, "Content-Type": "text/html; charset=utf-8" }, body: content };
}

function redirect(location: string): DevResponse {
  return { status: 302, headers: { ...noStore, Location: location }, body: "" };
}

const noStore = { "Cache-Control": "no-store" };

function decode(path: string): string {
  try {
    return decodeURIComponent(path).normalize("NFC");
  } catch {
    return path;
  }
}
