import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Finding } from "../finding.ts";
import type { OutputFile, SourceRest } from "../import-source.ts";
import { toSiteText } from "../wordpress/site-text.ts";
import { toAddress } from "./folder/config-values.ts";
import { readText } from "./front/front-values.ts";
import { createAddressIndex } from "./links/address-index.ts";
import type { FolderPlan } from "./folder-plan.ts";
import { planNav } from "./rest/plan-nav.ts";
import { planRedirects } from "./rest/plan-redirects.ts";
import { toAuthors, toTerms } from "./rest/plan-registers.ts";
import { findUnknownKeys } from "./survey/entry-keys.ts";

/** Settings, registers and redirects, and what there is to say of the whole. */
export function toRest(plan: FolderPlan): SourceRest {
  const { site, entries, folder, options, texts, permalink, timezone } = plan;
  const { redirects, urls } = planRedirects({ site, entries, lists: listLists(plan) });
  const { nav, findings } = planNav(site, createAddressIndex(entries), redirects);
  const root = texts.find(({ kind, place }) => kind === "section" && place.stem === "");
  const settings = {
    title: site.facts.title ?? readText(root?.data.title) ?? "",
    description: site.facts.description ?? readText(root?.data.description) ?? "",
    url: toAddress(options.url) ?? site.facts.url,
    language: site.facts.language,
    timezone,
    permalink,
    defaultCategory: undefined,
    author: site.facts.author,
    nav,
    feedId: undefined,
  };
  const isInEngine = existsSync(join(options.into, "src/content/site-schema.ts"));
  return {
    files: [
      { path: "_data/site.ts", content: toSiteText(settings, isInEngine) },
      ...toJsonFile("_data/authors.json", toAuthors(folder, entries, site.facts.author)),
      ...toJsonFile("_data/terms.json", toTerms(texts, entries)),
      ...toJsonFile("_data/redirects.json", redirects),
    ],
    urls,
    media: [],
    findings: [
      ...toSettingFindings(plan),
      ...site.findings,
      ...findings,
      ...findUnknownKeys(texts),
      ...findUnused(plan),
    ],
  };
}

function toJsonFile(path: string, value: Readonly<Record<string, unknown>>): OutputFile[] {
  return Object.keys(value).length === 0 ? [] : [{ path, content: `${JSON.stringify(value, undefined, 2)}\n` }];
}

/** Old addresses of sections and of pages that were lists. */
function listLists({ texts, skipped }: FolderPlan): string[] {
  return texts.flatMap(({ key, kind, status }) => {
    const path = kind === "post" || status !== "publish" ? undefined : skipped.get(key)?.oldPath;
    return path === undefined ? [] : [path];
  });
}

function toSettingFindings({ site, hasConfig, options, timezone }: FolderPlan): Finding[] {
  const name = site.generator.charAt(0).toUpperCase() + site.generator.slice(1);
  const told: Finding[] = [
    {
      kind: "setting",
      found: name,
      outcome: "translated",
      note: `The folder was read as one of ${name}. If it is another's, say so with --generator.`,
    },
  ];
  if (!hasConfig) {
    const note =
      "The settings of the old blog are not in the folder. Old addresses were made by its generator's defaults, or by --permalink; name the folder with the settings, or give --url, --timezone and --permalink.";
    told.push({ kind: "setting", found: "no settings", outcome: "changed", note });
  }
  if (site.facts.url === undefined) {
    const note =
      "Nobody knows where the old blog was, so links to itself with a full address could not be told from others. Give its address with --url.";
    told.push({ kind: "setting", found: "no address", outcome: "left as it was", note });
  }
  if (options.timezone === undefined && site.facts.timezone === undefined) {
    const note = `The settings name no time zone; dates without one are read as ${timezone}. Give it with --timezone.`;
    told.push({ kind: "setting", found: "no time zone", outcome: "changed", note });
  }
  return told;
}

const worth = /\.(?:png|jpe?g|gif|webp|avif|svg|mp4|webm|mp3|ogg|m4a|pdf|zip|epub|csv|docx?|xlsx?|pptx?)$/i;

/** Files that no text names: perhaps a theme's, perhaps somebody's who has the address. */
function findUnused({ folder, files, needed }: FolderPlan): Finding[] {
  const used = new Set(needed);
  const unused = folder.files.filter(
    (path) =>
      worth.test(path) &&
      !used.has(path) &&
      files.placeOf(path)?.owner === undefined &&
      files.placeOf(path) !== undefined,
  );
  const [first] = unused;
  if (first === undefined) return [];
  const note = `No text shows or links to ${unused.length === 1 ? "this file" : `${unused.length} files`}, so they were not copied. Copy what you want to keep into public/, at its old address.`;
  return [{ kind: "file", found: folder.show(first), outcome: "dropped", note }];
}
