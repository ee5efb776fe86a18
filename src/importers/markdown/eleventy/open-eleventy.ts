import { z } from "zod";
import { language, line, map, person, readNav, toAddress } from "../folder/config-values.ts";
import { findDataFile, readDataFile, readDataList } from "../folder/read-data-file.ts";
import { decodeText, type SiteFolder } from "../folder/site-folder.ts";
import { readTexts } from "../front/front-values.ts";
import { mergeData, type PlainData } from "../front/plain-data.ts";
import type { OpenSite, SiteOverrides, TextPlace } from "../generator.ts";
import type { Finding } from "../../finding.ts";
import { toEleventyAddress } from "./eleventy-address.ts";
import { findEleventyPlaces } from "./eleventy-places.ts";

const schema = z.object({
  title: line,
  name: line,
  description: line,
  url: line,
  language,
  lang: language,
  author: person,
  data: map,
});

/** Collections that every starter has; they are no tags of the text. */
const lists = new Set(["all", "post", "posts", "blog", "article", "articles", "nav", "note", "notes", "page", "pages"]);

export function openEleventy(folder: SiteFolder, overrides: SiteOverrides): OpenSite {
  const input = findInput(folder);
  const site = readSite(folder, input);
  const values = schema.parse(site.data);
  const places = findEleventyPlaces(folder, input);
  const defaultsOf = (place: TextPlace): PlainData => readFolderData(folder, place.path, input);
  return {
    generator: "eleventy",
    facts: {
      title: values.title ?? values.name,
      description: values.description,
      url: toAddress(values.url) ?? toAddress(overrides.url),
      language: values.language ?? values.lang,
      author: values.author,
      nav: findNav(folder, input),
    },
    data: { ...site.data, site: site.data, metadata: site.data },
    places,
    defaultsOf,
    addressOf: (parts) => toEleventyAddress(parts, overrides.permalink),
    termsOf: (data, place) => {
      const inherited = new Set(readTexts(defaultsOf(place).tags));
      const tags = readTexts(data.tags).filter((tag) => !lists.has(tag.toLowerCase()) && !inherited.has(tag));
      return { categories: readTexts(data.categories ?? data.category), tags };
    },
    filesOf: (address) =>
      [...new Set([input, "", "public/", "src/", "static/", `${input}public/`, `${input}static/`])].map(
        (root) => root + address.slice(1),
      ),
    addressOfFile: (path) =>
      `/${path.replace(new RegExp(`^${input.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}`), "").replace(/^(?:public|static)\//, "")}`,
    lists: [
      { from: "/feed/feed.xml", to: "/feed.xml" },
      { from: "/feed/feed.json", to: "/feed.json" },
      { from: "/atom.xml", to: "/feed.xml" },
    ],
    text: { templates: "liquid", isKramdown: false, breaksLines: false, hasMath: false, readsTimesAsUtc: false },
    findings: [...site.findings, ...site.code],
  };
}

/** Where the texts begin, since the settings are a program, which nobody runs: most call it one of these. */
function findInput(folder: SiteFolder): string {
  const config = folder.files.find((path) => /^(?:\.eleventy|eleventy\.config)\.(?:c|m)?[jt]s$/.test(path));
  const text = decodeText((config && folder.read(config)) || new Uint8Array()).text;
  const [, named] = /\binput\s*:\s*["'`](?:\.\/)?([\w./-]{1,100}?)\/?["'`]/.exec(text) ?? [];
  const root = named !== undefined && named !== "." && !named.includes("..") ? [named] : [];
  const isThere = (name: string): boolean =>
    folder.files.some((path) => path.startsWith(`${name}/`) && /\.(?:md|markdown|mdx)$/i.test(path));
  const found = [...root, "src", "content", "site"].find(isThere);
  return found === undefined ? "" : `${found}/`;
}

function readSite(folder: SiteFolder, input: string) {
  const names = ["metadata", "site", "meta", "siteMeta", "config"].flatMap((name) => [
    `${input}_data/${name}`,
    `_data/${name}`,
  ]);
  const file = findDataFile(folder, names);
  const { data, findings } = file === undefined ? { data: {}, findings: [] } : readDataFile(folder, file);
  const note =
    "It is a program, and programs of the old blog are not run. What it sets, you can say with --url and --permalink.";
  const code = folder.files
    .filter((path) => /(?:^|\/)(?:\.eleventy|eleventy\.config|[^/]+\.11tydata|_data\/[^/]+)\.(?:c|m)?[jt]s$/.test(path))
    .map((path): Finding => ({ kind: "setting", found: folder.show(path), outcome: "dropped", note }));
  return { data, findings, code };
}

function findNav(folder: SiteFolder, input: string) {
  const names = ["navigation", "nav", "menu"].flatMap((name) => [`${input}_data/${name}`, `_data/${name}`]);
  const file = findDataFile(folder, names);
  if (file === undefined) return [];
  const { items, main } = readDataFile(folder, file).data;
  return [items, main, readDataList(folder, file)].map(readNav).find((nav) => nav.length > 0) ?? [];
}

/** `posts/posts.json` and `posts/posts.11tydata.json` of every folder down to the file, and its own. */
function readFolderData(folder: SiteFolder, path: string, input: string): PlainData {
  const steps = path.slice(input.length).split("/");
  const found = steps.flatMap((step, index) => {
    const isFile = index === steps.length - 1;
    const name = isFile ? step.replace(/\.[^.]+$/, "") : step;
    const below =
      input +
      steps
        .slice(0, isFile ? index : index + 1)
        .map((part) => `${part}/`)
        .join("");
    return [`${below}${name}.json`, `${below}${name}.11tydata.json`].filter(folder.has);
  });
  return mergeData(found.map((file) => readDataFile(folder, file).data));
}
