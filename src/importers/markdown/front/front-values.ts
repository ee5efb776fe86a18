import { isRecord } from "../../../lib/is-record.ts";
import type { PlainData } from "./plain-data.ts";

/** Text of a scalar on one line; undefined for what is absent, blank or no scalar. */
export function readText(value: unknown): string | undefined {
  if (typeof value !== "string") return undefined;
  const text = value.replace(/[\s\p{Cc}]+/gu, " ").trim();
  return text === "" ? undefined : text;
}

/** One text or a list of texts, blank ones left out; maps are asked for their `name` or `title`. */
export function readTexts(value: unknown): string[] {
  const items = Array.isArray(value) ? value : [value];
  return items.flatMap((item: unknown) => {
    const text = isRecord(item) ? (readText(item.name) ?? readText(item.title)) : readText(item);
    return text === undefined ? [] : [text];
  });
}

/** Every way of YAML 1.1, TOML and JSON to say yes or no. */
export function readFlag(value: unknown): boolean | undefined {
  const text = readText(value)?.toLowerCase();
  if (text === undefined) return undefined;
  if (/^(?:true|yes|y|on|1)$/.test(text)) return true;
  return /^(?:false|no|n|off|0)$/.test(text) ? false : undefined;
}

/** The value at a path such as `extra.authors`. */
export function readPath(data: unknown, path: string): unknown {
  let value: unknown = data;
  for (const step of path.split(".")) {
    if (!isRecord(value) || !Object.hasOwn(value, step)) return undefined;
    value = value[step];
  }
  return value;
}

/** The value of the first of `paths` that has one. */
export function readFirst<T>(data: PlainData, paths: readonly string[], read: (value: unknown) => T | undefined) {
  for (const path of paths) {
    const value = read(readPath(data, path));
    if (value !== undefined) return { path, value };
  }
  return undefined;
}
