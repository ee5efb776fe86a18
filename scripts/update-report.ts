import type { Report } from "../src/files/finish-changes.ts";
import type { ChangedLine } from "../src/release/line-diff.ts";
import type { EntryConflict } from "../src/release/merge-package.ts";
import { show } from "../src/lib/show.ts";
import { placeOfOwn } from "../src/release/place-of-own.ts";
import type { Outcome, ShownConflict, UpdateSummary } from "../src/update/update-summary.ts";

const mostNews = 40;
const mostNames = 50;

/** What a run that makes changes prints. */
export function toReport(summary: UpdateSummary): Report {
  return { text: toUpdatedText(summary), json: { status: "updated", ...summary } };
}

export function toText(outcome: Outcome): string {
  switch (outcome.kind) {
    case "up-to-date":
      return toUpToDateText(outcome.installed, outcome.offered);
    case "updated":
      return toUpdatedText(outcome.summary);
    case "planned":
      return toPlannedText(outcome.summary);
    case "conflicts":
      return toConflictText(outcome);
    case "uncommitted":
      return toUncommittedText(outcome);
  }
}

export function toJson(outcome: Outcome): string {
  return `${JSON.stringify(toFacts(outcome), null, 2)}\n`;
}

function toFacts(outcome: Outcome): unknown {
  if ("summary" in outcome) return { status: outcome.kind, ...outcome.summary };
  const { kind, ...facts } = outcome;
  return kind === "up-to-date" ? { status: kind, ...facts } : { status: "refused", reason: kind, ...facts };
}

function toUpToDateText(installed: string, offered: string): string {
  if (installed === offered) return `Klatsch ${installed} is installed: already up to date.\n`;
  return `Klatsch ${installed} is installed, which is newer than ${offered}: nothing to do.\n`;
}

function toUpdatedText(summary: UpdateSummary): string {
  const { from, to, install, node, backup } = summary;
  const why = install === "npm install" ? "   (package.json has packages of yours, which npm ci would miss)" : "";
  const undo = backup
    ? `What was replaced lies in ${backup}. Remove it when all is well.`
    : "Commit it by itself: `git revert` then takes it back.";
  const next = ["Next:", `  ${install}${why}`, "  npm run build", ...(node ? [`It needs Node ${node}.`] : []), undo];
  return toBlocks([`Updated from ${from} to ${to}: ${toCounts(summary)}.`, ...toNotes(summary)], toNews(summary), next);
}

function toPlannedText(summary: UpdateSummary): string {
  const { from, to, added, changed, removed } = summary;
  const names = [
    ...added.map((path) => `  add     ${path}`),
    ...changed.map((path) => `  change  ${path}`),
    ...removed.map((path) => `  remove  ${path}`),
  ];
  const head = [`Would update from ${from} to ${to}: ${toCounts(summary)}.`, ...toNotes(summary)];
  return toBlocks(head, cut(names, mostNames, "files"), toNews(summary));
}

function toCounts({ added, changed, removed }: UpdateSummary): string {
  const counts = [
    [added.length, "added"],
    [changed.length, "changed"],
    [removed.length, "removed"],
  ] as const;
  const [first = "no file", ...rest] = counts
    .filter(([number]) => number > 0)
    .map(([number, what], index) => `${number}${index === 0 ? (number === 1 ? " file" : " files") : ""} ${what}`);
  return [first, ...rest].join(", ") + (counts.every(([number]) => number === 0) ? " changed" : "");
}

function toNotes({ kept, ownEntries }: UpdateSummary): string[] {
  return [
    ...(ownEntries.length > 0 ? [`Still yours in package.json: ${ownEntries.join(", ")}.`] : []),
    ...(kept.length > 0 ? [`Left as you have it, though the release has another: ${kept.join(", ")}.`] : []),
  ];
}

function toNews({ news, to }: UpdateSummary): string[] {
  if (news === "") return [];
  return ["What is new:", "", ...cut(toPlain(news).split("\n"), mostNews, `lines in CHANGELOG.md of ${to}`)];
}

type Conflicts = Extract<Outcome, { kind: "conflicts" }>;

function toConflictText({ from, to, isBaseKnown, files, entries }: Conflicts): string {
  const number = files.length + (entries.length > 0 ? 1 : 0);
  const what = number === 1 ? "a file of the engine is" : `${number} files of the engine are`;
  const state = isBaseKnown ? "not as the release had them" : "not as the new release has them";
  const head = [
    `Not updated from ${from} to ${to}: ${what} ${number === 1 ? state.replace("them", "it") : state}. Nothing was touched.`,
  ];
  if (!isBaseKnown) {
    head.push(
      `What ${from} looked like is not known here, so some of this may be news and no change of yours. Name a folder`,
      `with ${from} by --base, or a repository by --from, and only your changes are left.`,
    );
  }
  const remedy = [
    "Undo what you do not need. For the rest:",
    "  --overwrite PATH   takes the release's, whatever is yours",
    "  --keep PATH        leaves yours, and the engine without what is new there",
    "Both may be repeated and may name a folder. What you miss in the engine is worth an issue.",
  ];
  return toBlocks(head, [...files.flatMap(toFileLines), ...entries.map(toEntryLine)], remedy);
}

const reasons: Readonly<Record<ShownConflict["reason"], string>> = {
  changed: "changed by you",
  gone: "changed by you, and gone from the release",
  removed: "removed by you",
  own: "made by you, and the release brings one of this name",
  differs: "not the same",
  obstacle: "in its place is a link or a folder",
};

function toFileLines(conflict: ShownConflict): string[] {
  const { path, reason, at, against, lines, moreLines } = conflict;
  const place = reason === "changed" || reason === "differs" ? placeOfOwn(path) : undefined;
  const where = at === undefined || at === path ? "" : ` (${at})`;
  const compared = against === "release" ? " (-: the release, +: you)" : "";
  const more = moreLines > 0 ? [`    … and ${moreLines} more lines`] : [];
  return [
    `${path}: ${reasons[reason]}${where}${compared}.${place ? ` ${place}.` : ""}`,
    ...lines.map(toDiffLine),
    ...more,
  ];
}

function toDiffLine({ sign, number, text }: ChangedLine): string {
  return `${String(number).padStart(6)} ${sign} ${[...toPlain(text)].slice(0, 110).join("")}`;
}

function toEntryLine({ section, name, yours, theirs }: EntryConflict): string {
  const say = (value: unknown): string => (value === undefined ? "nothing" : show(value));
  return `package.json: ${section}.${name} is ${say(yours)}, and the release has ${say(theirs)}.`;
}

type Uncommitted = Extract<Outcome, { kind: "uncommitted" }>;

function toUncommittedText({ from, to, files }: Uncommitted): string {
  const head = `Not updated from ${from} to ${to}: git could not give these back, for they are not committed.`;
  return toBlocks(
    [head],
    cut(
      files.map((path) => `  ${path}`),
      mostNames,
      "files",
    ),
    ["Commit them, or undo the changes, and run it again."],
  );
}

function toBlocks(...blocks: readonly (readonly string[])[]): string {
  const texts = blocks.filter((lines) => lines.length > 0).map((lines) => lines.join("\n"));
  return `${texts.join("\n\n")}\n`;
}

function cut(lines: readonly string[], most: number, what: string): string[] {
  return lines.length <= most ? [...lines] : [...lines.slice(0, most), `  … and ${lines.length - most} more ${what}`];
}

/** Without what a terminal would obey. */
function toPlain(text: string): string {
  return text.replace(/[^\P{Cc}\n\t]/gu, "\uFFFD");
}
