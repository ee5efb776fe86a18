import { decodeText, type SiteFolder } from "../folder/site-folder.ts";
import { isRecord } from "../../../lib/is-record.ts";
import { readFront } from "../front/read-front.ts";
import { readTexts } from "../front/front-values.ts";
import { mergeData } from "../front/plain-data.ts";
import type { OpenSite, SiteOverrides, TextPlace } from "../generator.ts";
import { toHugoPath } from "../urls/old-slugs.ts";
import { toHugoAddress } from "./hugo-address.ts";
import { readHugoConfig, type HugoConfig } from "./hugo-config.ts";
import { findHugoPlaces } from "./hugo-places.ts";

export function openHugo(folder: SiteFolder, overrides: SiteOverrides): OpenSite {
  const { config, findings } = readHugoConfig(folder, overrides);
  const places = findHugoPlaces(folder, config);
  const cascades = findCascades(folder, places);
  return {
    generator: "hugo",
    facts: config.facts,
    data: config.data,
    places,
    defaultsOf: ({ path }) => mergeData(cascades.filter(({ below }) => path.startsWith(below)).map(({ data }) => data)),
    addressOf: (parts) => toHugoAddress(parts, config),
    termsOf: (data) => ({
      categories: readTexts(data.categories ?? data.category),
      tags: readTexts(data.tags ?? data.tag),
    }),
    filesOf: (address) => toFiles(address, config),
    addressOfFile: (path) => {
      const root = [...config.statics, config.content, "assets/"].find((start) => path.startsWith(start));
      return root === undefined ? undefined : `/${path.slice(root.length)}`;
    },
    lists: toLists(places),
    termPathOf: (kind, name) => `/${kind}/${toHugoPath(name, config.keepsCase)}/`,
    text: {
      templates: "hugo",
      isKramdown: false,
      breaksLines: false,
      hasMath: config.hasMath,
      readsTimesAsUtc: false,
    },
    findings,
  };
}

/** Hugo makes a list and a feed of every folder of posts, and of the blog. */
function toLists(places: readonly TextPlace[]): { from: string; to: string }[] {
  const sections = places.flatMap(({ stem, kind, lang }) => {
    const [section, ...below] = stem.split("/");
    return section !== undefined && below.length > 0 && kind === "post" && lang === undefined ? [section] : [];
  });
  const own = [...new Set(sections)].map((section) => `/${toHugoPath(section)}/`);
  return [
    { from: "/index.xml", to: "/feed.xml" },
    ...own.flatMap((from) => [
      { from, to: "/archive/" },
      { from: `${from}index.xml`, to: "/feed.xml" },
    ]),
  ];
}

function toFiles(address: string, { statics, content, defaultLanguage }: HugoConfig): string[] {
  return [
    ...statics.map((root) => root + address.slice(1)),
    content + address.slice(1),
    `assets${address}`,
    `${content}${defaultLanguage}${address}`,
  ];
}

/** Front matter that a section hands down. */
function findCascades(folder: SiteFolder, places: readonly TextPlace[]) {
  return places
    .filter(({ kind }) => kind === "section")
    .sort((a, b) => a.path.length - b.path.length)
    .flatMap(({ path }) => {
      const bytes = folder.read(path);
      const front = bytes && readFront(decodeText(bytes).text, { allowsOpenTop: false });
      const cascade: unknown = front?.data.cascade;
      const below = path.slice(0, path.lastIndexOf("/") + 1);
      const items: unknown[] = Array.isArray(cascade) ? cascade : [cascade];
      // One that is meant for some pages alone says so in a map.
      return items.flatMap((item) =>
        isRecord(item) && !isRecord(item["_target"]) && !isRecord(item.target) ? [{ below, data: item }] : [],
      );
    });
}
