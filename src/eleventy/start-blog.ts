import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { isSamePalette, readPalette, withPalette } from "../content/palette.ts";
import { parseSite } from "../content/parse-site.ts";
import { toSettingsText, type BlogAnswers } from "../content/settings-text.ts";
import { writeAtomically } from "../files/atomic-file.ts";
import { listFiles, readIfThere } from "../files/read-folder.ts";
import type { Problem } from "../lib/problem.ts";
import { findBlogFolder } from "./blog-folder.ts";
import { findEmulatedPlace, toEmulatorFolder } from "./emulated-place.ts";
import { enginePath, engineRoot } from "./engine.ts";
import { removeSampleFiles, type SampleFiles } from "./sample-files.ts";

const settings = "_data/site.ts";
const theme = "_includes/styles/theme.css";
const giscus = "giscus.json";

/** The names of the palettes, in their order in the alphabet. */
export function listPalettes(): string[] {
  return listFiles(enginePath("_includes/styles/palettes")).map((path) => path.replace(/\.css$/, ""));
}

/** What stands in the way of beginning a blog in a folder, as a sentence: nothing of the owner's is ever replaced. */
export function findObstacle(root: string, samples: SampleFiles, palette: string | undefined): string | undefined {
  if (hasOwnSettings(root, samples)) {
    return `${settings} is yours already: it differs from the sample's. Edit it, or remove it and run this again.`;
  }
  return palette === undefined ? undefined : findColourObstacle(root);
}

/** The same for colours alone. */
export function findColourObstacle(root: string): string | undefined {
  if (isKnown(readTheme(root))) return undefined;
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
  if (palette !== undefined) files.set(theme, toTheme(root, palette));
  if (samples.untouched.includes(giscus) || isFromInit(root)) files.set(giscus, toGiscusFile(answers.url));
  if (removeSamples) removeSampleBlog(root, samples);
  for (const [path, text] of files) writeAtomically(join(root, path), text);
  return [...files.keys()];
}

/** Sets the colours; the file that was written. */
export function writePalette(root: string, palette: string): string {
  writeAtomically(join(root, theme), toTheme(root, palette));
  return theme;
}

/** What goes with the sample blog: all of it but what every blog has. */
export function toRemovable({ untouched }: SampleFiles): string[] {
  return untouched.filter((path) => path !== settings && path !== giscus);
}

/** Removes the sample blog and what an emulator remembers of it. */
export function removeSampleBlog(root: string, samples: SampleFiles): void {
  removeSampleFiles(root, toRemovable(samples));
  if (!isEmulated(root)) rmSync(toEmulatorFolder(findBlogFolder({ blog: root })), { recursive: true, force: true });
}

/** Whether an emulator runs for the blog: it would write down again what is removed under its eyes. */
export function isEmulated(root: string): boolean {
  return findEmulatedPlace(findBlogFolder({ blog: root })) !== undefined;
}

/** Whether the settings are there, and not the sample's. */
export function hasOwnSettings(root: string, samples: SampleFiles): boolean {
  return existsSync(join(root, settings)) && !samples.untouched.includes(settings);
}

function readTheme(root: string): string {
  const own = join(root, theme);
  return readFileSync(existsSync(own) ? own : enginePath(theme), "utf8");
}

function toTheme(root: string, palette: string): string {
  return withPalette(readTheme(root), readPaletteFile(palette));
}

function isKnown(css: string): boolean {
  const palette = readPalette(css);
  return listPalettes().some((name) => isSamePalette(readPaletteFile(name), palette));
}

function readPaletteFile(name: string) {
  return readPalette(readFileSync(enginePath(`_includes/styles/palettes/${name}.css`), "utf8"));
}

/** Whether an earlier run has written `giscus.json`, and nobody has touched it since. */
function isFromInit(root: string): boolean {
  const text = Buffer.from(readIfThere(join(root, giscus)) ?? []).toString("utf8");
  const url = /"(https?:[^"]+)"/.exec(text)?.[1];
  return url !== undefined && URL.canParse(url) && text === toGiscusFile(url);
}

/** Which sites may show the conversation; read by giscus. */
function toGiscusFile(url: string): string {
  return `${JSON.stringify({ origins: [new URL(url).origin], defaultCommentOrder: "oldest" }, undefined, 2)}\n`;
}
