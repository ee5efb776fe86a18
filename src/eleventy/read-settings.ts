import { existsSync, readFileSync } from "node:fs";
import { build, type Message } from "esbuild";
import { z } from "zod";
import type { SettingsSource } from "../content/parse-site.ts";
import type { Problem } from "../lib/problem.ts";
import { toDisplayPath } from "./blog-folder.ts";
import { toBuildMistake } from "./build-mistake.ts";

type Settings = { readonly source?: SettingsSource; readonly problems: readonly Problem[] };

/**
 * Runs `_data/site.ts` and takes its default export. It is bundled first, so that it may import what lies beside it,
 * works the same under every loader, and a second read never meets a stale module.
 */
export async function readSettings(file: string): Promise<Settings> {
  const display = toDisplayPath(file);
  const fail = (message: string, remedy: string, line = 1, column = 1): Settings => ({
    problems: [{ id: "site", severity: "error", file: display, line, column, message, remedy }],
  });
  if (!existsSync(file)) {
    return fail("the settings are missing", 'Write `export default { title: "…", url: "https://…" }` into this file.');
  }
  const bundle = await bundleSettings(file);
  if ("error" in bundle) {
    const { text, location } = bundle.error;
    return fail(text, "Correct the TypeScript.", location?.line ?? 1, (location?.column ?? 0) + 1);
  }
  try {
    const url = `data:text/javascript;base64,${Buffer.from(bundle.code).toString("base64")}`;
    const module = z.object({ default: z.unknown() }).parse(await import(/* @vite-ignore */ url));
    return { source: { file: display, text: readFileSync(file, "utf8"), value: module.default }, problems: [] };
  } catch (error) {
    return fail(
      `the settings cannot be read (${error instanceof Error ? error.message : String(error)})`,
      "Correct it.",
    );
  }
}

async function bundleSettings(file: string): Promise<{ readonly code: string } | { readonly error: Message }> {
  try {
    const options = { bundle: true, write: false, format: "esm", platform: "node", logLevel: "silent" } as const;
    const { outputFiles } = await build({ entryPoints: [file], ...options });
    return { code: outputFiles[0]?.text ?? "" };
  } catch (error) {
    return { error: toBuildMistake(error) };
  }
}
