import { toContentSecurityPolicy } from "../../src/seo/content-security-policy.ts";
import type { HeadMeta } from "../../src/seo/head.ts";
import { toSpeculationRules } from "../../src/seo/speculation-rules.ts";
import { themeScript } from "../../src/seo/theme-script.ts";
import type { Part } from "../../src/markdown/rendered.ts";
import { href, toFilePermalink, toPermalink } from "../../src/lib/permalink.ts";
import type { PageAssets, PageContext } from "../../src/content/page-context.ts";

type HeadProps = {
  meta: HeadMeta;
  styles: string;
  parts: readonly Part[];
  own?: PageAssets | undefined;
  /** A script that runs before anything is seen. */
  early?: string | undefined;
  context: PageContext;
};

export function Head({ meta, styles, parts, own, early, context }: HeadProps) {
  const { site, assets, paper, giscus, mode } = context;
  const script = early ? `${themeScript};${early}` : themeScript;
  const toHref = (file: string) => href(site, toFilePermalink(toPermalink(), file));
  return (
    <head>
      <meta charset="utf-8" />
      {/* A policy covers nothing that stands above it. */}
      <meta
        http-equiv="Content-Security-Policy"
        content={toContentSecurityPolicy(site, giscus, mode, [script, toSpeculationRules(site)])}
      />
      <script dangerouslySetInnerHTML={{ __html: script }} />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{meta.title}</title>
      {meta.metas.map((tag) => (
        <meta {...tag} />
      ))}
      {paper && <meta name="theme-color" media="(prefers-color-scheme: light)" content={paper.light} />}
      {paper && <meta name="theme-color" media="(prefers-color-scheme: dark)" content={paper.dark} />}
      <link
        rel="preload"
        href={toHref("assets/fonts/klatsch-serif.woff2")}
        as="font"
        type="font/woff2"
        crossorigin="anonymous"
      />
      <link rel="stylesheet" href={styles} />
      {parts.map((part) => (
        <link rel="stylesheet" href={assets.sheets[part]} />
      ))}
      {own && <link rel="stylesheet" href={own.styles} />}
      <script type="module" src={assets.script} />
      {own && <script type="module" src={own.script} />}
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
