import { html, json, redirect, type Reply } from "../http/reply.ts";
import type { Scene } from "../scene.ts";

/** `/api/oauth/authorize`: in place of GitHub's page, one that believes whatever name it is told. */
export function answerSignIn(scene: Scene, query: URLSearchParams): Reply {
  const target = query.get("redirect_uri") ?? "";
  if (!URL.canParse(target) || !/^https?:$/.test(new URL(target).protocol))
    return json(400, { error: "redirect_uri is required" });
  const login = (query.get("login") ?? "").trim().replaceAll(/[^\w-]+/g, "-");
  if (login === "")
    return html(toPage(target), { "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'" });
  const back = new URL(target);
  back.searchParams.set("giscus", scene.sessions.open(login));
  return redirect(back.href);
}

function toPage(target: string): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Pretended sign-in</title>
<style>:root { color-scheme: light dark } body { max-width: 30rem; margin: 4rem auto; padding: 0 1rem; font: 1rem/1.5 system-ui }
input, button { font: inherit; padding: .4rem .8rem }</style>
<h1>Pretended sign-in</h1>
<p>This stands in for GitHub on your own machine. Any name will do, and nothing leaves this computer.</p>
<form><input type="hidden" name="redirect_uri" value="${escapeAttribute(target)}">
<label>Name <input name="login" value="reader" required autofocus pattern="[A-Za-z0-9\\-]+"></label>
<button>Sign in</button></form></html>`;
}

export function escapeAttribute(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
}
