import { basename } from "node:path";
import { build, type OutputFile, type Plugin } from "esbuild";
import { asPermalink, href, type BaseUrl } from "../lib/permalink.ts";
import { enginePath } from "./engine.ts";
import type { Assets } from "../content/page-context.ts";
import type { Part } from "../markdown/rendered.ts";

export type BundledAssets = {
  readonly assets: Assets;
  /** Path in the output folder to content. */
  readonly files: ReadonlyMap<string, Uint8Array>;
};

const entries = {
  styles: enginePath("_includes/styles/main.css"),
  giscusTheme: enginePath("_includes/styles/giscus-theme.css"),
  script: enginePath("client/main.ts"),
  giscus: enginePath("client/giscus.ts"),
};

const sheets = {
  code: enginePath("_includes/styles/code.css"),
  math: enginePath("_includes/styles/math.css"),
  diagrams: enginePath("_includes/styles/diagrams.css"),
  images: enginePath("_includes/styles/images.css"),
} satisfies Record<Part, string>;

/** Bundles style sheets and scripts into `/assets/`; `theme` is the owner's file of tokens. */
export async function bundleAssets(theme: string, base: BaseUrl): Promise<BundledAssets> {
  const shared = { bundle: true, minify: true, write: false, logLevel: "silent", outdir: "assets" } as const;
  const [hashed, named] = await Promise.all([
    build({
      ...shared,
      entryPoints: [entries.styles, entries.script, entries.giscus, ...Object.values(sheets)],
      entryNames: "[name].[hash]",
      format: "esm",
      target: "es2022",
      external: ["/assets/*"],
      plugins: [useTheme(theme)],
    }),
    // Its address is written into discussions' frames on another origin, so it must not change with its content.
    build({ ...shared, entryPoints: [entries.giscusTheme], plugins: [useTheme(theme)] }),
  ]);
  const files = new Map([...hashed.outputFiles, ...named.outputFiles].map((file) => [toPath(file), file.contents]));
  const find = (start: string, end: string): string => {
    const path = [...files.keys()].find((file) => file.startsWith(`assets/${start}.`) && file.endsWith(end));
    if (path === undefined) throw new Error(`esbuild made no ${start}${end}`);
    return href(base, asPermalink(`/${path}`));
  };
  return {
    assets: {
      styles: find("main", ".css"),
      sheets: {
        code: find("code", ".css"),
        math: find("math", ".css"),
        diagrams: find("diagrams", ".css"),
        images: find("images", ".css"),
      },
      script: find("main", ".js"),
      giscus: find("giscus", ".js"),
      giscusTheme: find("giscus-theme", ".css"),
    },
    files: new Map([...files].map(([path, content]) => [path, withRelativeFonts(path, content)])),
  };
}

function toPath(file: OutputFile): string {
  return `assets/${basename(file.path)}`;
}

// Relative to the style sheet, so that a base path in front of both changes nothing.
function withRelativeFonts(path: string, content: Uint8Array): Uint8Array {
  if (!path.endsWith(".css")) return content;
  return Buffer.from(Buffer.from(content).toString("utf8").replaceAll("/assets/fonts/", "fonts/"));
}

function useTheme(theme: string): Plugin {
  return {
    name: "owner-theme",
    setup(bundle) {
      bundle.onResolve({ filter: /(?:^|\/)theme\.css$/ }, () => ({ path: theme }));
    },
  };
}
