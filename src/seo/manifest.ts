import type { Site } from "../content/site.ts";
import { href, toFilePermalink, toPermalink } from "../lib/permalink.ts";
import type { Paper } from "./paper.ts";

/** The web app manifest: name, colours and icons for a blog kept on a home screen. */
export function toManifest(site: Site, paper: Paper | undefined): string {
  const home = href(site, toPermalink());
  const manifest = {
    id: home,
    name: site.title,
    description: site.description || undefined,
    lang: site.language,
    dir: "auto",
    start_url: home,
    scope: home,
    // Readers keep their address bar's way back and sharing.
    display: "minimal-ui",
    // A manifest knows one scheme only.
    background_color: paper?.light,
    theme_color: paper?.light,
    icons: [
      { ...toIcon(site, "icon-192.png"), sizes: "192x192" },
      { ...toIcon(site, "icon-512.png"), sizes: "512x512" },
      { ...toIcon(site, "icon-maskable-512.png"), sizes: "512x512", purpose: "maskable" },
    ],
  };
  return `${JSON.stringify(manifest, undefined, 2)}\n`;
}

function toIcon(site: Site, name: string) {
  return { src: href(site, toFilePermalink(toPermalink("icons"), name)), type: "image/png" };
}
