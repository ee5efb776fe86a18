import type { ImportSource } from "../../import-source.ts";
import type { Collected } from "./collect-findings.ts";
import type { ReportCounts } from "./count-records.ts";

type Input = { readonly kind: ImportSource["kind"]; readonly counts: ReportCounts; readonly collected: Collected };

/** What to do next, in five lines at most. */
export function toNextSteps({ kind, counts, collected }: Input): string[] {
  const { drafts, frameHosts, imageHosts, missing: files } = collected;
  const remedy =
    kind === "wordpress"
      ? "say with `--uploads` where copies are, or let it download them"
      : "put them into the folder";
  const missing =
    files.total > 0
      ? ` ${count(files.total, "picture or file is", "pictures or files are")} not here: ${remedy}, and import again.`
      : "";
  const unfinished =
    drafts.total > 0
      ? ` ${count(drafts.total, "draft waits", "drafts wait")}: remove \`draft: true\` to publish one.`
      : "";
  const lost = counts.urls["gone"] ? " Old addresses that are gone are at the end." : "";
  const steps = [
    `Read the tables below: what is not as it was stands there, with what was done.${lost}`,
    `Look at \`_data/site.ts\`: title, address, language, time zone.${toHosts("frameHosts", frameHosts)}${toHosts("imageHosts", imageHosts)}`,
    "`npm run check` says what links and pictures need; `npm start` shows the blog. Both take `-- --blog DIR`.",
    `Edit what you like: the next import keeps what you have changed.${unfinished}${missing}`,
    "Then publish and let the old addresses lead here: `docs/leaving-wordpress.md`.",
  ];
  return ["## What to do next", "", ...steps.map((step, index) => `${index + 1}. ${step}`), ""];
}

function toHosts(key: string, hosts: ReadonlySet<string>): string {
  if (hosts.size === 0) return "";
  const what = key === "frameHosts" ? "To show frames, add" : "To show pictures that stay elsewhere, add";
  const names = [...hosts]
    .toSorted()
    .slice(0, 20)
    .map((host) => JSON.stringify(host));
  return ` ${what} \`${key}: [${names.join(", ")}]\`.`;
}

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}
