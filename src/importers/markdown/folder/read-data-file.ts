import type { Finding } from "../../finding.ts";
import { parseData, type DataStyle } from "../front/parse-data.ts";
import type { PlainData } from "../front/plain-data.ts";
import { decodeText, type SiteFolder } from "./site-folder.ts";

export type DataFile = { readonly data: PlainData; readonly findings: readonly Finding[] };

/** A file of settings or data; empty where it is not there or cannot be read, the latter with a finding. */
export function readDataFile(folder: SiteFolder, path: string): DataFile {
  const bytes = folder.read(path);
  const style = toStyle(path);
  if (!bytes || !style) return { data: {}, findings: [] };
  const parsed = parseData(decodeText(bytes).text, style);
  if ("data" in parsed) return { data: parsed.data, findings: [] };
  const note = `It cannot be read: ${parsed.mistake} (line ${parsed.line}). Nothing of it was used.`;
  return { data: {}, findings: [{ kind: "setting", found: folder.show(path), outcome: "dropped", note }] };
}

/** A list in a data file, such as `_data/navigation.yml`. */
export function readDataList(folder: SiteFolder, path: string): unknown {
  const bytes = folder.read(path);
  const style = toStyle(path);
  if (!bytes || !style) return undefined;
  const indented = decodeText(bytes)
    .text.replace(/^---[ \t]*\n/, "")
    .replace(/^/gm, "  ");
  const wrapped = style === "json" ? `{"list": ${decodeText(bytes).text}}` : `list:\n${indented}`;
  const parsed = style === "toml" ? undefined : parseData(wrapped, style);
  return parsed && "data" in parsed ? parsed.data.list : undefined;
}

/** The first of the names with any of the endings that is there. */
export function findDataFile(folder: SiteFolder, names: readonly string[]): string | undefined {
  return names.flatMap((name) => ["yml", "yaml", "toml", "json"].map((end) => `${name}.${end}`)).find(folder.has);
}

function toStyle(path: string): DataStyle | undefined {
  if (/\.ya?ml$/i.test(path)) return "yaml";
  if (/\.toml$/i.test(path)) return "toml";
  return /\.json$/i.test(path) ? "json" : undefined;
}
