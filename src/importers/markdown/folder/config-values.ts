import { z } from "zod";
import { isTimeZone } from "../../../lib/date.ts";
import { isRecord } from "../../../lib/is-record.ts";
import { toLanguage } from "../../../lib/language.ts";
import { readFlag, readText, readTexts } from "../front/front-values.ts";
import type { NavLink } from "../generator.ts";

/** Fields of a settings file. What is of the wrong kind counts as absent: the old generator may have known more. */
// Without `optional` zod calls an absent key a mistake of its own.
const any = z.unknown().optional();

export const line = any.transform(readText);
export const lines = any.transform(readTexts);
export const flag = any.transform(readFlag);
export const map = any.transform((value) => (isRecord(value) ? value : {}));
/** A name, or a map that has one. */
export const person = any.transform((value) => readTexts(value)[0]);
export const language = any.transform((value) => toLanguageCode(readText(Array.isArray(value) ? value[0] : value)));
export const timezone = any.transform((value) => {
  const zone = readText(value);
  return zone !== undefined && isTimeZone(zone) ? zone : undefined;
});

/** `zh_CN` is what some write. */
export function toLanguageCode(text: string | undefined): string | undefined {
  return text === undefined || text === "default" ? undefined : toLanguage(text.replaceAll("_", "-"));
}

/** A full address with one `/` at the end, or undefined. */
export function toAddress(url: string | undefined, base = ""): string | undefined {
  if (url === undefined || !/^https?:\/\//i.test(url) || !URL.canParse(url)) return undefined;
  const { origin, pathname } = new URL(url);
  const path = base === "" ? pathname : base;
  return origin + `/${path}/`.replace(/\/{2,}/g, "/");
}

const labels = ["name", "title", "label", "text", "identifier"];
const targets = ["url", "link", "href", "path", "pageRef", "pageref"];

/** A menu as generators and themes write it: a list of maps, or a map from label to address. */
export function readNav(value: unknown): NavLink[] {
  if (isRecord(value)) return Object.entries(value).flatMap(([label, url]) => toNavLink(label, readText(url)));
  if (!Array.isArray(value)) return [];
  return value
    .filter(isRecord)
    .map((item, index) => ({ item, weight: Number(readText(item.weight) ?? Number.NaN) || 1000 + index }))
    .sort((a, b) => a.weight - b.weight)
    .flatMap(({ item }) => {
      const label = labels.map((key) => readText(item[key])).find((text) => text !== undefined);
      return toNavLink(
        label,
        targets.map((key) => readText(item[key])).find((text) => text !== undefined),
      );
    });
}

function toNavLink(label: string | undefined, url: string | undefined): NavLink[] {
  if (label === undefined || url === undefined) return [];
  // NexT and others put an icon behind the address: `/tags/ || fa fa-tags`.
  const address = url.replace(/\s*\|\|.*$/, "").trim();
  if (/^(?:https?:\/\/|mailto:)/.test(address)) return [{ label, url: address }];
  return /^[a-z]+:|^#|^\/\/|[{}]/i.test(address) ? [] : [{ label, url: `/${address.replace(/^\/+/, "")}` }];
}
