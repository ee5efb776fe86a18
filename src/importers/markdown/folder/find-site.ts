import { ImportError } from "../../import-error.ts";
import type { GeneratorName } from "../generator.ts";
import { readDataFile } from "./read-data-file.ts";
import { decodeText, narrow, openSiteFolder, toKnownFolder, widen, type SiteFolder } from "./site-folder.ts";

export type FoundSite = { readonly folder: SiteFolder; readonly generator: GeneratorName; readonly hasConfig: boolean };

/** Which generator a folder was written for, and where in it the site begins. */
export function findSite(dir: string, forced?: GeneratorName): FoundSite {
  const folder = openSiteFolder(dir);
  if (!folder.files.some((path) => /\.(?:md|markdown|mdx|mkd|mkdown)$/i.test(path))) {
    throw new ImportError(`${dir} has no Markdown file in it. Name the folder of the old blog, or that of its posts.`);
  }
  const [site] = configs
    .flatMap((config) => findConfig(folder, config))
    .filter(({ generator }) => forced === undefined || generator === forced)
    .sort((a, b) => a.base.length - b.base.length);
  if (site) return { folder: narrow(dir, folder, site.base), generator: forced ?? site.generator, hasConfig: true };
  const generator = forced ?? guessGenerator(folder, toKnownFolder(dir));
  return { folder: toContent(dir, folder, generator), generator, hasConfig: false };
}

type Config = {
  readonly generator: GeneratorName;
  readonly name: RegExp;
  readonly proves?: (folder: SiteFolder, path: string, base: string) => boolean;
};

const deepest = 2;

/** The more certain ones first. */
const configs: readonly Config[] = [
  { generator: "hugo", name: /^(?:hugo\.(?:toml|ya?ml|json)|config\/_default\/(?:hugo|config)\.(?:toml|ya?ml|json))$/ },
  { generator: "zola", name: /^(?:config|zola)\.toml$/, proves: (folder, path) => hasKey(folder, path, /^base_url$/) },
  {
    generator: "hugo",
    name: /^config\.(?:toml|ya?ml|json)$/,
    proves: (folder, path) => hasKey(folder, path, /^(?:baseurl|languagecode|theme|params)$/i),
  },
  {
    generator: "hexo",
    name: /^_config\.ya?ml$/,
    proves: (folder, path, base) =>
      hasKey(folder, path, /^(?:source_dir|new_post_name|post_asset_folder)$/) ||
      folder.files.some((file) => file.startsWith(`${base}source/_posts/`) || file.startsWith(`${base}scaffolds/`)),
  },
  { generator: "jekyll", name: /^_config\.(?:ya?ml|toml)$/ },
  { generator: "eleventy", name: /^(?:\.eleventy|eleventy\.config)\.(?:c|m)?[jt]s$/ },
];

function findConfig(folder: SiteFolder, { generator, name, proves }: Config) {
  return folder.files.flatMap((path) => {
    const steps = path.split("/");
    for (let depth = 0; depth <= deepest && depth < steps.length; depth += 1) {
      if (!name.test(steps.slice(depth).join("/"))) continue;
      const base = steps
        .slice(0, depth)
        .map((step) => `${step}/`)
        .join("");
      if (!proves || proves(folder, path, base)) return { generator, base };
    }
    return [];
  });
}

function hasKey(folder: SiteFolder, path: string, key: RegExp): boolean {
  return Object.keys(readDataFile(folder, path).data).some((name) => key.test(name));
}

/** Without settings: by the names of folders and the marks of front matter. */
function guessGenerator(folder: SiteFolder, known: string): GeneratorName {
  const paths = folder.files.map((path) => known + path);
  if (paths.some((path) => path.includes("source/_posts/"))) return "hexo";
  if (paths.some((path) => /(?:^|\/)_posts\//.test(path))) return "jekyll";
  const tops = folder.files.filter((path) => /\.(?:md|markdown)$/i.test(path)).map((path) => readTop(folder, path));
  const toml = tops.filter((top) => /^\s*\+\+\+/.test(top));
  if (toml.length * 2 > tops.length) {
    return toml.some((top) => /^(?:path\s*=|\[taxonomies\]|\[extra\])/m.test(top)) ? "zola" : "hugo";
  }
  if (tops.filter((top) => /^(?:title|date|layout)\s*:/.test(top)).length * 2 > tops.length) return "hexo";
  if (paths.some((path) => path.endsWith("_index.md"))) return "hugo";
  const dated = folder.files.filter((path) => /(?:^|\/)\d{4}-\d{2}-\d{2}-[^/]*$/.test(path));
  return dated.length * 2 > tops.length ? "jekyll" : "hugo";
}

function readTop(folder: SiteFolder, path: string): string {
  return decodeText((folder.read(path) ?? new Uint8Array()).subarray(0, 2000)).text;
}

/** Where there are no settings, the site begins above its `_posts`, `content` or `source`. */
function toContent(dir: string, folder: SiteFolder, generator: GeneratorName): SiteFolder {
  const root = { jekyll: "_posts/", hexo: "source/", hugo: "content/", zola: "content/", eleventy: "" }[generator];
  if (root === "") return folder;
  const [shallowest] = folder.files
    .flatMap((path) => (`/${path}`.includes(`/${root}`) ? `/${path}`.slice(1, `/${path}`.indexOf(`/${root}`) + 1) : []))
    .sort((a, b) => a.length - b.length);
  if (shallowest !== undefined) return narrow(dir, folder, shallowest);
  const known = toKnownFolder(dir);
  const prefix = known.startsWith(root) || (root === "_posts/" && known === "_drafts/") ? known : fallback(known, root);
  return widen(dir, folder, prefix);
}

function fallback(known: string, root: string): string {
  if (root === "source/") return known === "_drafts/" ? "source/_drafts/" : "source/_posts/";
  return root === "_posts/" && known.startsWith("source/") ? "_posts/" : root;
}
