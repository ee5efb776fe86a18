import type { FindingKind } from "../../finding.ts";
import type { FindingGroup, PlacedFinding, RepeatedFinding } from "./excerpt.ts";
import { toCell, toCodeCell, toTable } from "./markdown-table.ts";

/** In the order of the report: what concerns the whole blog first. */
const kindTitles: Readonly<Record<FindingKind, string>> = {
  setting: "Settings",
  source: "The source",
  shortcode: "Shortcodes",
  block: "Blocks",
  html: "HTML",
  embed: "Embeds",
  link: "Links",
  image: "Pictures",
  media: "Media",
  words: "Words that differ",
  date: "Dates",
  url: "Addresses",
  term: "Categories and tags",
  author: "Authors",
  menu: "Menus",
  meta: "Custom fields and data of plugins",
  comment: "Comments that are not as they were",
  template: "Template tags",
  "front-matter": "Front matter",
  file: "Files",
};

export const findingHead = ["file", "line", "found", "what was done"];

export function toRepairRow({ place, line, found, outcome, note }: PlacedFinding): string[] {
  return [toCodeCell(place), line === undefined ? "" : String(line), toCodeCell(found), toDone(outcome, note)];
}

/** What the new blog cannot say as the old one did, by kind. */
export function toFindings(groups: ReadonlyMap<FindingKind, FindingGroup>, json: string): string[] {
  const parts = Object.entries(kindTitles).flatMap(([kind, title]) => {
    const group = [...groups].find(([name]) => name === kind)?.[1];
    return group ? toGroup(title, group, json) : [];
  });
  if (parts.length === 0) return [];
  const intro =
    "Markdown or this engine cannot say these as the source did. The untouched text of each item is kept in `.import/raw/`; lines are those of that text.";
  return ["## Not as it was", "", intro, "", ...parts];
}

function toGroup(title: string, { rows, total, told, translated }: FindingGroup, json: string): string[] {
  const lines = [`### ${title} (${total})`, "", ...toTable(findingHead, rows.map(toFindingRow))];
  if (translated > 0) lines.push(`${translated} ${told > 0 ? "more " : ""}were translated: \`${json}\` has them.`, "");
  const rest = total - told - translated;
  return rest > 0 ? [...lines, `… and ${rest} more in \`${json}\`.`, ""] : lines;
}

function toFindingRow(finding: RepeatedFinding): string[] {
  const { times } = finding;
  const [place = "", line = "", found = "", done = ""] = toRepairRow(finding);
  return [place, line, found, times === 1 ? done : `${done} (${times} times, here first)`];
}

function toDone(outcome: string, note: string | undefined): string {
  return note === undefined ? outcome : `${outcome}. ${toCell(note)}`;
}
