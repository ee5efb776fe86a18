import { isRecord } from "../lib/is-record.ts";
import { show } from "../lib/show.ts";
import { suggest } from "../lib/suggest.ts";
import { checkRules, isNegotiable } from "./check-ids.ts";
import type { Mistake, Reading } from "./field.ts";
import type { CheckLevel } from "./site.ts";

/** The setting `checks`: ids of findings and what is made of them. */
export function readChecks(value: unknown): Reading<Readonly<Record<string, CheckLevel>>> {
  if (!isRecord(value)) {
    const message = `\`checks\` must be an object (found ${show(value)})`;
    return { mistakes: [toSettingMistake(message, 'Write `checks: { "title-length": "off" }`.')] };
  }
  const levels: [string, CheckLevel][] = [];
  const mistakes: Mistake[] = [];
  for (const [id, level] of Object.entries(value)) {
    const mistake = findMistake(id, level);
    if (mistake) mistakes.push(mistake);
    else if (isLevel(level)) levels.push([id, level]);
  }
  return mistakes.length > 0 ? { mistakes } : { value: Object.fromEntries(levels) };
}

function findMistake(id: string, level: unknown): Mistake | undefined {
  const toMistake = (message: string, advice: string): Mistake => ({
    ...toSettingMistake(message, advice),
    path: [id],
  });
  if (!Object.hasOwn(checkRules, id)) {
    const meant = suggest(id, Object.keys(checkRules));
    return toMistake(`\`checks\` names no check (found ${show(id)})`, meant ? `Did you mean \`${meant}\`?` : remedy);
  }
  if (!isLevel(level)) {
    const message = `\`checks\` must say "error", "warning" or "off" (found ${show(level)})`;
    return toMistake(message, `Write \`"${id}": "off"\`.`);
  }
  if (isNegotiable(id) || level === "error") return undefined;
  return toMistake(`\`checks\` cannot make less of what stops a build (found ${show(id)})`, "Remove it.");
}

const remedy = "The ids are listed in docs/checks.md.";

function toSettingMistake(message: string, advice: string): Mistake {
  return { id: "site-setting", message, remedy: advice };
}

function isLevel(level: unknown): level is CheckLevel {
  return level === "error" || level === "warning" || level === "off";
}
