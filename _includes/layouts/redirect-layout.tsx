import type { Site } from "../../src/content/site.ts";
import { toDirection } from "../../src/lib/direction.ts";
import { absoluteUrl, href, type Permalink } from "../../src/lib/permalink.ts";
import { toContentSecurityPolicy } from "../../src/seo/content-security-policy.ts";
import { toPageTitle } from "../../src/seo/page-title.ts";

/** Where an old address leads: a post, a page or a list. */
export type RedirectTarget = { readonly url: Permalink; readonly title: string; readonly lang: string };

type RedirectLayoutProps = { site: Site; to: RedirectTarget };

/** An old address on a host that knows no redirects: at once for browsers, by `canonical` for search engines. */
export function RedirectLayout({ site, to }: RedirectLayoutProps) {
  const address = href(site, to.url);
  return (
    <html lang={to.lang} dir={toDirection(to.lang)}>
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={toContentSecurityPolicy(site, undefined, "production")} />
        <title>{toPageTitle(to.title, site.title, to.lang)}</title>
        <meta http-equiv="refresh" content={`0; url=${address}`} />
        <meta name="robots" content="noindex" />
        <link rel="canonical" href={absoluteUrl(site, to.url)} />
      </head>
      <body>
        <a href={address}>{to.title}</a>
      </body>
    </html>
  );
}
