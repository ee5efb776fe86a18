import { join, relative } from "node:path";
import { build, type Message } from "esbuild";
import { listFiles } from "../files/read-folder.ts";
import type { Problem } from "../lib/problem.ts";
import { suggest } from "../lib/suggest.ts";
import { toDisplayPath } from "./blog-folder.ts";
import { toBuildMistake } from "./build-mistake.ts";
import { enginePath } from "./engine.ts";

/** Components that the owner has replaced: the engine's file to the owner's. */
export type Overrides = ReadonlyMap<string, string>;

const components = enginePath("_includes/components");

/**
 * The path under which an override is loaded, wherever the blog folder is: from there it finds the engine's components
 * and packages, as `../../_includes/components/…` and by name.
 */
export function toOverridePlace(component: string): string {
  return join(enginePath("overrides/components"), relative(components, component));
}

export type ReadOverrides = { readonly sound: Overrides; readonly problems: readonly Problem[] };

/** The files of `overrides/components/` that stand in for components of the same name, and what is wrong with others. */
export async function readOverrides(folder: string | undefined): Promise<ReadOverrides> {
  const files = folder === undefined ? [] : listFiles(folder).filter((path) => /\.tsx?$/.test(path));
  if (folder === undefined || files.length === 0) return { sound: new Map(), problems: [] };
  const known = listFiles(components);
  const checked = await Promise.all(
    files.map(async (path) => {
      const override = join(folder, path);
      const component = join(components, path);
      const problems = known.includes(path) ? await check(component, override) : [toUnknown(override, path, known)];
      return { component, override, problems };
    }),
  );
  const sound = checked.filter(({ problems }) => problems.length === 0);
  return {
    sound: new Map(sound.map(({ component, override }) => [component, override])),
    problems: checked.flatMap(({ problems }) => problems),
  };
}

function toUnknown(override: string, path: string, known: readonly string[]): Problem {
  const meant = suggest(path, known);
  const remedy = meant ? `Did you mean \`${meant}\`?` : "Name it as one of the files in `_includes/components/`.";
  return toProblem("override-unknown", override, { text: "there is no component of this name", remedy });
}

async function check(component: string, override: string): Promise<Problem[]> {
  const [needed, own] = await Promise.all([readExports(component), readExports(override)]);
  if ("mistake" in own) {
    const { text, location } = own.mistake;
    const place = { line: location?.line ?? 1, column: (location?.column ?? 0) + 1 };
    return [toProblem("override-syntax", override, { text, remedy: "Correct the TypeScript.", ...place })];
  }
  const names = "names" in needed ? needed.names : [];
  return names
    .filter((name) => !own.names.includes(name))
    .map((name) =>
      toProblem("override-export", override, {
        text: `the component \`${name}\` is missing`,
        remedy: `Write \`export function ${name}\`.`,
      }),
    );
}

type Exports = { readonly names: readonly string[] } | { readonly mistake: Message };

async function readExports(file: string): Promise<Exports> {
  try {
    const options = { write: false, metafile: true, format: "esm", outdir: "out", logLevel: "silent" } as const;
    const { metafile } = await build({ entryPoints: [file], ...options });
    return { names: Object.values(metafile.outputs)[0]?.exports ?? [] };
  } catch (error) {
    return { mistake: toBuildMistake(error) };
  }
}

type Fault = { readonly text: string; readonly remedy: string; readonly line?: number; readonly column?: number };

function toProblem(id: string, file: string, { text, remedy, line = 1, column = 1 }: Fault): Problem {
  return { id, severity: "error", file: toDisplayPath(file), line, column, message: text, remedy };
}
