import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { isSamePalette, readPalette, withPalette } from "../content/palette.ts";
import { parseSite } from "../content/parse-site.ts";
import { toSettingsText, type BlogAnswers } from "../content/settings-text.ts";
import { writeAtomically } from "../files/atomic-file.ts";
import { listFiles } from "../files/read-folder.ts";
import type { Problem } from "../lib/problem.ts";
import { enginePath, engineRoot } from "./engine.ts";
import { removeSampleFiles, type SampleFiles } from "./sample-files.ts";

const settings = "_data/site.ts";
const theme = "_includes/styles/theme.css";

/** The names of the palettes, in their order in the alphabet. */
export function listPalettes(): string[] {
  return listFiles(enginePath("_includes/styles/palettes")).map((path) => path.replace(/\.css$/, ""));
}

/** What stands in the way of beginning a blog in a folder, as a sentence: nothing of the owner's is ever replaced. */
export function findObstacle(root: string, samples: SampleFiles, palette: string | undefined): string | undefined {
  if (existsSync(join(root, settings)) && !samples.untouched.includes(settings)) {
    return `${settings} is yours already: it differs from the sample's. Edit it, or remove it and run this again.`;
  }
  if (palette === undefined || !existsSync(join(root, theme)) || isKnown(readTheme(root))) return undefined;
  return `${theme} has colours of your own. Choose no palette, or put the sample's colours back first.`;
}

/** What is wrong with the answers, at the places of the file that would be written. */
export function checkAnswers(answers: BlogAnswers): readonly Problem[] {
  const text = toSettingsText(answers, true);
  const value = Object.fromEntries(
    Object.entries(answers).filter(([, answer]) => answer !== undefined && answer !== ""),
  );
  return parseSite({ file: settings, text, value }, new Map()).problems;
}

type StartOptions = {
  readonly root: string;
  readonly answers: BlogAnswers;
  readonly samples: SampleFiles;
  readonly palette?: string | undefined;
  readonly removeSamples: boolean;
};

/** Writes the owner's settings and theme and removes the sample blog; the list of what was written. */
export function startBlog({ root, answers, samples, palette, removeSamples }: StartOptions): string[] {
  const files = new Map([[settings, toSettingsText(answers, root === engineRoot)]]);
  if (palette !== undefined) files.set(theme, withPalette(readTheme(root), readPaletteFile(palette)));
  if (samples.untouched.includes("giscus.json")) files.set("giscus.json", toGiscusFile(answers.url));
  if (removeSamples) {
    removeSampleFiles(
      root,
      samples.untouched.filter((path) => !files.has(path)),
    );
    // The addresses of the sample blog: the first build begins anew.
    rmSync(join(root, "urls.txt"), { force: true });
  }
  for (const [path, text] of files) writeAtomically(join(root, path), text);
  return [...files.keys()];
}

function readTheme(root: string): string {
  const own = join(root, theme);
  return readFileSync(existsSync(own) ? own : enginePath(theme), "utf8");
}

function isKnown(css: string): boolean {
  const palette = readPalette(css);
  return listPalettes().some((name) => isSamePalette(readPaletteFile(name), palette));
}

function readPaletteFile(name: string) {
  return readPalette(readFileSync(enginePath(`_includes/styles/palettes/${name}.css`), "utf8"));
}

/** Which sites may show the conversation; read by giscus. */
function toGiscusFile(url: string): string {
  return `${JSON.stringify({ origins: [new URL(url).origin], defaultCommentOrder: "oldest" }, undefined, 2)}\n`;
}
