import { checkRules, isNegotiable } from "../content/check-ids.ts";
import type { Page, Post } from "../content/post.ts";
import type { Site } from "../content/site.ts";
import type { Problem } from "../lib/problem.ts";
import { show } from "../lib/show.ts";
import { suggest } from "../lib/suggest.ts";
import type { FieldPlaces } from "./field-places.ts";

/** Problems as a check takes them: by its own rules, the owner's settings, and what an author has silenced. */
export function applyLevels(problems: readonly Problem[], site: Site, entries: readonly (Post | Page)[]): Problem[] {
  const silenced = new Map(entries.map(({ source, silence }) => [source.file, new Set(silence)]));
  return problems.flatMap((problem) => {
    const { id, file } = problem;
    if (!isNegotiable(id)) return problem;
    if (silenced.get(file)?.has(id)) return [];
    const level = site.checks[id] ?? checkRules[id]?.severity ?? problem.severity;
    return level === "off" ? [] : { ...problem, severity: level };
  });
}

/** Words of `silence:` that silence nothing. */
export function checkSilence({ source, silence = [] }: Post | Page, placeOf: FieldPlaces): Problem[] {
  return silence
    .filter((id) => id !== "" && !isNegotiable(id))
    .map((id) => {
      const isKnown = Object.hasOwn(checkRules, id);
      const meant = isKnown ? undefined : suggest(id, Object.keys(checkRules));
      const message = isKnown
        ? `\`silence\` cannot silence what stops a build (found ${show(id)})`
        : `\`silence\` names no check (found ${show(id)})`;
      const remedy = meant ? `Did you mean \`${meant}\`?` : "The ids are listed in docs/checks.md.";
      return {
        id: "silence-unknown",
        severity: "warning",
        file: source.file,
        ...placeOf(source, "silence"),
        message,
        remedy,
      };
    });
}
