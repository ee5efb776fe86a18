import { createHash } from "node:crypto";
import { memoise } from "../../lib/memoise.ts";
import { ImportError } from "../import-error.ts";
import type { ImportSource, PendingItem } from "../import-source.ts";
import { convertText } from "./convert-text.ts";
import { countItems } from "./count-items.ts";
import { findSite } from "./folder/find-site.ts";
import { decodeText, type SiteFolder } from "./folder/site-folder.ts";
import { generatorNames, type OpenSite } from "./generator.ts";
import type { FolderPlan, MarkdownFolderOptions } from "./folder-plan.ts";
import { generators } from "./generators.ts";
import { toHeadingPlaces } from "./links/heading-places.ts";
import { createAddressIndex } from "./links/address-index.ts";
import { planFiles } from "./media/plan-files.ts";
import { planEntries } from "./plan/plan-entries.ts";
import type { PlannedEntry } from "./plan/planned-entry.ts";
import { readSourceText } from "./survey/source-text.ts";
import { toFileItem, toSkippedItem, toTextItem } from "./to-items.ts";
import { toRest } from "./to-rest.ts";
import { toTemplateContext } from "./template-data.ts";

/** A site of Jekyll, Hexo, Hugo, Eleventy or Zola, or its folder of posts alone, as a blog to be written. */
export function openMarkdownFolder(dir: string, options: MarkdownFolderOptions): Promise<ImportSource> {
  try {
    return Promise.resolve(toSource(planFolder(dir, options)));
  } catch (error) {
    return Promise.reject(error instanceof Error ? error : new Error(String(error)));
  }
}

function planFolder(dir: string, options: MarkdownFolderOptions): FolderPlan {
  const forced = generatorNames.find((name) => name === options.generator);
  if (options.generator !== undefined && forced === undefined) {
    throw new ImportError(`There is no generator ${options.generator}. Write one of ${generatorNames.join(", ")}.`);
  }
  const { folder, generator, hasConfig } = findSite(dir, forced);
  const site = withMath(generators[generator](folder, options), folder);
  const timezone = options.timezone ?? site.facts.timezone ?? "UTC";
  const rules = { zone: timezone, readsTimesAsUtc: site.text.readsTimesAsUtc };
  const total = site.places.length * 2;
  const texts = site.places.map((place, index) => {
    if (index % 50 === 0) options.onProgress?.({ done: index, total });
    return readSourceText(place, folder, site, rules);
  });
  const plan = planEntries(texts, site, rules);
  const files = planFiles(folder, site, plan.entries);
  const index = createAddressIndex(plan.entries);
  const headings = memoise((entry: PlannedEntry) => toHeadingPlaces(entry.source.front.body, generator));
  const placeIn = (entry: PlannedEntry, id: string): string => headings(entry).get(id) ?? id;
  const links = { folder, site, files, index, placeIn };
  const converted = new Map(
    plan.entries.map((entry, number) => {
      if (number % 50 === 0) options.onProgress?.({ done: texts.length + number, total });
      return [entry, convertText(entry, links, toTemplateContext(entry, site, index, folder))] as const;
    }),
  );
  const needed = [...new Set([...converted.values()].flatMap((text) => text.files))]
    .filter((path) => files.placeOf(path)?.owner === undefined)
    .concat(plan.entries.flatMap((entry) => (entry.kind === "page" ? listBundle(folder, entry) : [])))
    .filter((path, at, all) => all.indexOf(path) === at && files.placeOf(path) !== undefined)
    .sort();
  const state = createHash("sha256")
    .update(JSON.stringify([version, plan.permalink, timezone, site.facts, site.data]))
    .update(JSON.stringify(plan.entries.map(({ path, url, id, oldPath }) => [path, url, id, oldPath])))
    .update(JSON.stringify(folder.files))
    .digest("hex");
  return { ...plan, folder, site, hasConfig, options, timezone, texts, files, converted, needed, state };
}

/** Goes up when the same source comes out otherwise. */
const version = 1;

/** The files of a page's own folder: beside a page other pages may lie, but no files. */
function listBundle(folder: SiteFolder, { source }: PlannedEntry): string[] {
  const { bundle, path } = source.place;
  return bundle === undefined ? [] : folder.files.filter((file) => file.startsWith(bundle) && file !== path);
}

/** Who loads MathJax or KaTeX in a layout writes formulas with dollars. */
function withMath(site: OpenSite, folder: SiteFolder): OpenSite {
  const layouts = folder.files.filter((path) =>
    /^(?:.*\/)?(?:_?layouts|_?includes|templates|source\/_data)\/.*\.(?:html?|njk|liquid|ejs|yml)$/.test(path),
  );
  const isUsed = layouts.some((path) => /mathjax|katex/i.test(decodeText(folder.read(path) ?? new Uint8Array()).text));
  return isUsed ? { ...site, text: { ...site.text, hasMath: true } } : site;
}

function toSource(plan: FolderPlan): ImportSource {
  return {
    kind: "markdown",
    expected: { items: countItems(plan.texts, plan.needed.length), comments: {} },
    items: () => listItems(plan),
    finish: () => Promise.resolve(toRest(plan)),
  };
}

async function* listItems(plan: FolderPlan): AsyncGenerator<PendingItem> {
  const entries = new Map(plan.entries.map((entry) => [entry.source.key, entry]));
  for (const text of plan.texts) {
    const entry = entries.get(text.key);
    yield entry ? toTextItem(entry, plan) : toSkippedItem(text, plan);
  }
  for (const path of plan.needed) yield toFileItem(path, plan);
}
