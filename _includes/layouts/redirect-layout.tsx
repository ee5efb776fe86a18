import type { Site } from "../../src/content/site.ts";
import { toDirection } from "../../src/lib/direction.ts";
import { toContentSecurityPolicy } from "../../src/seo/content-security-policy.ts";
import { toPageTitle } from "../../src/seo/page-title.ts";
import { fragmentScript } from "../../src/seo/redirect-script.ts";

/** Where an old address leads: a post, a page or a list, or another site. `href` has the base path. */
export type RedirectEnd = { readonly href: string; readonly title: string; readonly lang: string };

type RedirectLayoutProps = { site: Site; to: RedirectEnd };

/** An old address on a host that knows no redirects: at once for browsers, by `canonical` for search engines. */
export function RedirectLayout({ site, to }: RedirectLayoutProps) {
  return (
    <html lang={to.lang} dir={toDirection(to.lang)} data-to={to.href.replace(/#.*$/s, "")}>
      <head>
        <meta charset="utf-8" />
        <meta
          http-equiv="Content-Security-Policy"
          content={toContentSecurityPolicy(site, undefined, "production", [fragmentScript])}
        />
        <script dangerouslySetInnerHTML={{ __html: fragmentScript }} />
        <title>{toPageTitle(to.title, site.title, to.lang)}</title>
        <meta http-equiv="refresh" content={`0; url=${to.href}`} />
        <meta name="robots" content="noindex" />
        <link rel="canonical" href={new URL(to.href, site.origin).href} />
      </head>
      <body>
        <a href={to.href}>{to.title}</a>
      </body>
    </html>
  );
}
