import { toContentSecurityPolicy } from "../../src/seo/content-security-policy.ts";
import type { HeadMeta } from "../../src/seo/head.ts";
import type { Part } from "../../src/markdown/rendered.ts";
import { href, toFilePermalink, toPermalink } from "../../src/lib/permalink.ts";
import type { PageContext } from "../../src/content/page-context.ts";

type HeadProps = { meta: HeadMeta; parts: readonly Part[]; context: PageContext };

/** `--paper` of `styles/theme.css`, for the browser's own bars. */
const paper = { light: "#fbf7f0", dark: "#191410" };

export function Head({ meta, parts, context: { site, assets, giscus, mode } }: HeadProps) {
  const toHref = (file: string) => href(site, toFilePermalink(toPermalink(), file));
  return (
    <head>
      <meta charset="utf-8" />
      {/* A policy covers nothing that stands above it. */}
      <meta http-equiv="Content-Security-Policy" content={toContentSecurityPolicy(site, giscus, mode)} />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{meta.title}</title>
      {meta.metas.map((tag) => (
        <meta {...tag} />
      ))}
      <meta name="theme-color" media="(prefers-color-scheme: light)" content={paper.light} />
      <meta name="theme-color" media="(prefers-color-scheme: dark)" content={paper.dark} />
      <link
        rel="preload"
        href={toHref("assets/fonts/klatsch-serif.woff2")}
        as="font"
        type="font/woff2"
        crossorigin="anonymous"
      />
      <link rel="stylesheet" href={assets.styles} />
      {parts.map((part) => (
        <link rel="stylesheet" href={assets.sheets[part]} />
      ))}
      <script type="module" src={assets.script} />
      <link rel="icon" href={toHref("icons/icon.svg")} type="image/svg+xml" sizes="any" />
      <link rel="apple-touch-icon" href={toHref("icons/apple-touch-icon.png")} />
      <link rel="manifest" href={toHref("manifest.webmanifest")} />
      {meta.links.map((link) => (
        <link {...link} />
      ))}
      {meta.jsonLd && <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: meta.jsonLd }} />}
    </head>
  );
}
