import { randomBytes } from "node:crypto";
import type { Fault } from "../faults.ts";
import { html, redirect, type Reply } from "../http/reply.ts";
import type { Scene } from "../scene.ts";
import { escapeAttribute } from "./sign-in.ts";
import { widgetScript } from "./widget-script.ts";

const refusal = "https://github.com/orgs/giscus/discussions/1298";

/** `/<lang>/widget`: the page in the frame. It speaks giscus's messages and refuses to be framed as giscus does. */
export function answerWidget({ store }: Scene, query: URLSearchParams, lang: string, fault?: Fault): Reply {
  const origin = toOrigin(query.get("origin"));
  if (origin === undefined) return redirect("/");
  const { origins } = store.repository;
  const isRefused = origins.length > 0 && !origins.includes(origin);
  if (isRefused) return redirect(refusal, 307, { ...framedBy("'none'"), "x-frame-options": "DENY" });
  if (fault?.kind === "refuse") return html("<!doctype html><title>Refused</title>", framedBy("'none'"));
  const nonce = randomBytes(12).toString("base64url");
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    "style-src 'unsafe-inline' http: https:",
    "img-src http: https: data:",
    "connect-src 'self'",
    "form-action 'none'",
    `frame-ancestors ${origins.length > 0 ? ["'self'", ...origins].join(" ") : "*"}`,
  ];
  const script = fault?.kind === "silent" ? "" : `<script nonce="${nonce}">${widgetScript}</script>`;
  return html(toPage(query, lang, script), { "content-security-policy": policy.join("; ") });
}

function toOrigin(address: string | null): string | undefined {
  return address !== null && URL.canParse(address) ? new URL(address).origin : undefined;
}

function framedBy(ancestors: string): Record<string, string> {
  return { "content-security-policy": `frame-ancestors ${ancestors}` };
}

function toPage(query: URLSearchParams, lang: string, script: string): string {
  const theme = query.get("theme") ?? "";
  const isSheet = /^(?:https?:\/\/|\/)/.test(theme);
  const link = isSheet
    ? `<link id="giscus-theme" rel="stylesheet" crossorigin="anonymous" href="${escapeAttribute(theme)}">`
    : "";
  return `<!doctype html><html lang="${escapeAttribute(lang)}"><head><meta charset="utf-8"><title>giscus, emulated</title>
<meta name="color-scheme" content="light dark">${link}
<style>body { margin: 0; font: 1rem/1.5 system-ui } main { color: var(--color-fg-default, CanvasText) }
textarea { box-sizing: border-box; width: 100%; font: inherit } button, textarea { padding: .4rem .8rem; font: inherit }
article article { margin-inline-start: 2rem } header { font-size: .85em } a { color: inherit }</style></head>
<body><main><p id="state">Loading</p><div id="box"></div><div id="list"></div></main>${script}</body></html>`;
}
