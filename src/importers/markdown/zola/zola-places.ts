import type { SiteFolder } from "../folder/site-folder.ts";
import type { TextPlace } from "../generator.ts";

const dated = /^(?<date>\d{4}-\d{2}-\d{2})(?:T[\d:+Z-]+)?[-_](?<name>.+)$/;

/** `languages`: those of the settings, whose codes end the names of files. */
export function findZolaPlaces(folder: SiteFolder, languages: readonly string[]): TextPlace[] {
  const texts = folder.files.filter((path) => /^content\/.*\.mdx?$/s.test(path));
  const bundles = new Set(texts.filter((path) => /\/index(?:\.[a-z-]+)?\.mdx?$/i.test(path)).map(toFolder));
  return texts.map((path) => {
    const own = path.slice("content/".length).replace(/\.mdx?$/, "");
    const lang = languages.find((code) => own.endsWith(`.${code}`));
    const full = lang === undefined ? own : own.slice(0, -lang.length - 1);
    const stem = full.replace(/(?:^|\/)_?index$/, "");
    const base = { path, stem, lang };
    if (/(?:^|\/)_index$/.test(full)) return { ...base, kind: "section" };
    if (/(?:^|\/)index$/.test(full))
      return { ...base, kind: "post", bundle: lang === undefined ? toFolder(path) : undefined };
    const skip = bundles.has(toFolder(path))
      ? "it lies in the folder of another text, and Zola made no page of it"
      : undefined;
    return { ...base, kind: "post", skip };
  });
}

/** The name without the date in front of it. */
export function toZolaName(name: string): string {
  return dated.exec(name)?.groups?.name ?? name;
}

function toFolder(path: string): string {
  return path.slice(0, path.lastIndexOf("/") + 1);
}
