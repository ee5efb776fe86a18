import { existsSync } from "node:fs";
import type { SettingsSource } from "../content/parse-site.ts";
import type { Problem } from "../lib/problem.ts";
import { toDisplayPath } from "./blog-folder.ts";
import { readModule, type ModuleMistake } from "./read-module.ts";

type Settings = { readonly source?: SettingsSource; readonly problems: readonly Problem[] };

/** Reads `_data/site.ts`. */
export async function readSettings(file: string): Promise<Settings> {
  const source = existsSync(file) ? await readModule(file) : missing;
  if ("value" in source) return { source, problems: [] };
  return { problems: [{ id: "site", severity: "error", file: toDisplayPath(file), ...source }] };
}

const missing: ModuleMistake = {
  message: "the settings are missing",
  remedy: 'Write `export default { title: "…", url: "https://…" }` into this file.',
  line: 1,
  column: 1,
};
