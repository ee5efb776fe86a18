import type { ChangedFile, SiteComparison } from "../src/files/compare-sites.ts";

// A summary on GitHub holds 1 MiB; nobody reads a thousand lines.
const mostListed = 100;

/** A comparison in Markdown, for the summary of a pull request. */
export function toSiteSummary({ added, changed, removed, before, after }: SiteComparison): string {
  const isSame = added.length + changed.length + removed.length === 0;
  return [
    "## What would change on the site",
    "",
    isSame
      ? "Nothing."
      : `${count(added)} added, ${count(changed)} changed, ${count(removed)} removed; ${toKilobytes(after)} in all (${toDifference(after - before)}).`,
    "",
    ...toSection("Added", added),
    ...toSection("Removed", removed),
    ...toSection("Changed", changed),
  ].join("\n");
}

function count(files: readonly ChangedFile[]): string {
  const pages = files.filter(({ path }) => path.endsWith(".html")).length;
  const others = files.length - pages;
  const text = pages === 1 ? "1 page" : `${pages} pages`;
  return others === 0 ? text : `${text} and ${others} other ${others === 1 ? "file" : "files"}`;
}

function toSection(title: string, files: readonly ChangedFile[]): string[] {
  if (files.length === 0) return [];
  const rows = files.slice(0, mostListed).map((file) => `| ${toAddress(file.path)} | ${toSize(file)} |`);
  const rest = files.length > mostListed ? [`| … and ${files.length - mostListed} more | |`] : [];
  return [`### ${title}`, "", "| address | bytes |", "| --- | ---: |", ...rows, ...rest, ""];
}

/** The name of a file is an author's text: no character of it may be markup. */
function toAddress(path: string): string {
  const address = `/${path}`.replace(/\/index\.html$/, "/");
  return `<code>${address.replace(/[&<>|`]/g, (char) => `&#${char.codePointAt(0)};`)}</code>`;
}

function toSize({ before, after }: ChangedFile): string {
  if (before === undefined || after === undefined) return String(after ?? before ?? 0);
  return `${after} (${toDifference(after - before)})`;
}

function toDifference(bytes: number): string {
  return bytes < 0 ? `−${Math.abs(bytes)}` : `+${bytes}`;
}

function toKilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
