import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { build, type BuildOptions, type OutputFile, type Plugin } from "esbuild";
import { asPermalink, href, type BaseUrl } from "../lib/permalink.ts";
import { enginePath } from "./engine.ts";
import type { Assets } from "../content/page-context.ts";
import type { QueryPlan } from "../content/query-redirects.ts";
import type { Part } from "../markdown/rendered.ts";
import { parsePaper, type Paper } from "../seo/paper.ts";
import { toSpeculationRules } from "../seo/speculation-rules.ts";

export type BundledAssets = {
  readonly assets: Assets;
  readonly paper: Paper | undefined;
  /** Path in the output folder to content. */
  readonly files: ReadonlyMap<string, Uint8Array>;
};

/** What the bundles depend on; `queries`: what is known of old addresses such as `/?p=12`, where there are any. */
type BundledSite = BaseUrl & { readonly search: boolean };

const entries = {
  styles: enginePath("_includes/styles/main.css"),
  postStyles: enginePath("_includes/styles/reading.css"),
  giscusTheme: enginePath("_includes/styles/giscus-theme.css"),
  feedStyles: enginePath("_includes/styles/feed.css"),
  script: enginePath("client/main.ts"),
  giscus: enginePath("client/giscus.ts"),
};

const oldAddress = enginePath("client/old-address.ts");
const search = [enginePath("client/search.ts"), enginePath("_includes/styles/search.css")];

const sheets = {
  blocks: enginePath("_includes/styles/blocks.css"),
  notes: enginePath("_includes/styles/notes.css"),
  contents: enginePath("_includes/styles/contents.css"),
  code: enginePath("_includes/styles/code.css"),
  math: enginePath("_includes/styles/math.css"),
  diagrams: enginePath("_includes/styles/diagrams.css"),
  images: enginePath("_includes/styles/images.css"),
} satisfies Record<Part, string>;

const shared = {
  bundle: true,
  minify: true,
  write: false,
  logLevel: "silent",
  outdir: "assets",
  external: ["/assets/*"],
} satisfies BuildOptions;

/** Bundles style sheets and scripts into `/assets/`; `theme` is the owner's file of tokens. */
export async function bundleAssets(theme: string, site: BundledSite, queries?: QueryPlan): Promise<BundledAssets> {
  const bundled = await Promise.all([bundleByContent(theme, site, queries), bundleByName(theme)]);
  const files = new Map(bundled.flat().map((file) => [toPath(file), file.contents]));
  return {
    assets: toAssets([...files.keys()], site, queries),
    paper: parsePaper(readFileSync(theme, "utf8")),
    files: new Map([...files].map(([path, content]) => [path, withRelativeFonts(path, content)])),
  };
}

/** Named by their content, so that browsers may keep them for ever. */
async function bundleByContent(theme: string, site: BundledSite, queries?: QueryPlan): Promise<OutputFile[]> {
  const { styles, postStyles, script, giscus } = entries;
  const { outputFiles } = await build({
    ...shared,
    entryPoints: [
      styles,
      postStyles,
      script,
      giscus,
      ...Object.values(sheets),
      ...(site.search ? search : []),
      ...(queries ? [oldAddress] : []),
    ],
    entryNames: "[name].[hash]",
    // What `import()` names in a script is a file of its own, fetched when it is first needed.
    splitting: true,
    chunkNames: "[name].[hash]",
    format: "esm",
    target: "es2022",
    define: {
      speculationRules: JSON.stringify(toSpeculationRules(site)),
      hasSearch: String(site.search),
      ...(queries && toQueryDefines(site, queries)),
    },
    plugins: [useTheme(theme), ...(site.search ? [] : [withoutSearchField])],
  });
  return outputFiles;
}

function toQueryDefines({ basePath }: BundledSite, { names, maps }: QueryPlan) {
  // An object would become a file of its own.
  const parameters = new URLSearchParams(names.map((name) => [name, ""])).toString();
  return {
    basePath: JSON.stringify(basePath),
    oldParameters: JSON.stringify(parameters),
    oldMaps: String(maps),
  };
}

/**
 * Their addresses must not change with their content: the one is written into discussions' frames on another origin,
 * the other into every feed, which readers would all fetch anew.
 */
async function bundleByName(theme: string): Promise<OutputFile[]> {
  const { giscusTheme, feedStyles } = entries;
  const { outputFiles } = await build({
    ...shared,
    entryPoints: [giscusTheme, feedStyles],
    plugins: [useTheme(theme)],
  });
  return outputFiles;
}

function toAssets(paths: readonly string[], site: BundledSite, queries?: QueryPlan): Assets {
  const find = (start: string, end: string): string => {
    const path = paths.find((file) => file.startsWith(`assets/${start}.`) && file.endsWith(end));
    if (path === undefined) throw new Error(`esbuild made no ${start}${end}`);
    return href(site, asPermalink(`/${path}`));
  };
  return {
    styles: find("main", ".css"),
    postStyles: find("reading", ".css"),
    sheets: {
      blocks: find("blocks", ".css"),
      notes: find("notes", ".css"),
      contents: find("contents", ".css"),
      code: find("code", ".css"),
      math: find("math", ".css"),
      diagrams: find("diagrams", ".css"),
      images: find("images", ".css"),
    },
    script: find("main", ".js"),
    ...(site.search && { search: { script: find("search", ".js"), styles: find("search", ".css") } }),
    ...(queries && { oldAddresses: { script: find("old-address", ".js"), names: queries.names } }),
    giscus: find("giscus", ".js"),
    giscusTheme: find("giscus-theme", ".css"),
    feedStyles: find("feed", ".css"),
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

/** A blog without a search sends nothing of it, not even its few lines of style. */
const withoutSearchField: Plugin = {
  name: "without-search-field",
  setup(bundle) {
    bundle.onLoad({ filter: /[\\/]search-field\.css$/ }, () => ({ contents: "", loader: "css" }));
  },
};

function useTheme(theme: string): Plugin {
  return {
    name: "owner-theme",
    setup(bundle) {
      bundle.onResolve({ filter: /(?:^|\/)theme\.css$/ }, () => ({ path: theme }));
    },
  };
}
