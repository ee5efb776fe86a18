import { readFileSync } from "node:fs";
import { build, type Message } from "esbuild";
import { z } from "zod";
import type { SettingsSource } from "../content/parse-site.ts";
import type { Position } from "../content/yaml-locator.ts";
import { toDisplayPath } from "./blog-folder.ts";
import { toBuildMistake } from "./build-mistake.ts";

export type ModuleMistake = Position & { readonly message: string; readonly remedy: string };

/**
 * Runs a file of `_data/` and takes its default export. It is bundled first, so that it may import what lies beside it,
 * works the same under every loader, and a second read never meets a stale module.
 */
export async function readModule(file: string): Promise<SettingsSource | ModuleMistake> {
  const bundle = await bundleModule(file);
  if ("error" in bundle) {
    const { text, location } = bundle.error;
    const place = { line: location?.line ?? 1, column: (location?.column ?? 0) + 1 };
    return { message: text, remedy: "Correct the TypeScript.", ...place };
  }
  try {
    const url = `data:text/javascript;base64,${Buffer.from(bundle.code).toString("base64")}`;
    const module = z.object({ default: z.unknown() }).parse(await import(/* @vite-ignore */ url));
    return { file: toDisplayPath(file), text: readFileSync(file, "utf8"), value: module.default };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { message: `the file cannot be read (${reason})`, remedy: "Correct it.", line: 1, column: 1 };
  }
}

async function bundleModule(file: string): Promise<{ readonly code: string } | { readonly error: Message }> {
  try {
    const options = { bundle: true, write: false, format: "esm", platform: "node", logLevel: "silent" } as const;
    const { outputFiles } = await build({ entryPoints: [file], ...options });
    return { code: outputFiles[0]?.text ?? "" };
  } catch (error) {
    return { error: toBuildMistake(error) };
  }
}
