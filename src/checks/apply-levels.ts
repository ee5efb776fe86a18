import { checkRules, isNegotiable } from "../content/check-ids.ts";
import type { Page, Post } from "../content/post.ts";
import type { Site } from "../content/site.ts";
import type { Problem } from "../lib/problem.ts";
import { show } from "../lib/show.ts";
import { suggest } from "../lib/suggest.ts";
import type { FieldPlaces } from "../content/field-places.ts";

/** Problems as a check takes them: by its own rules, the owner's settings, and what an author has silenced. */
export function applyLevels(problems: readonly Problem[], site: Site, entries: readonly (Post | Page)[]): Problem[] {
  return withoutSilenced(problems, site, entries).map((problem) => {
    const { id } = problem;
    const level = isNegotiable(id) ? (site.checks[id] ?? checkRules[id]?.severity) : undefined;
    return level === undefined || level === "off" ? problem : { ...problem, severity: level };
  });
}

/** Without what the owner has switched off and what the author of a file has silenced in it; nothing else changes. */
export function withoutSilenced(
  problems: readonly Problem[],
  site: Site,
  entries: readonly (Post | Page)[],
): readonly Problem[] {
  const silenced = new Map(entries.map(({ source, silence }) => [source.file, new Set(silence)]));
  return problems.filter(({ id, file }) => {
    return !isNegotiable(id) || !(site.checks[id] === "off" || silenced.get(file)?.has(id));
  });
}

/** Words of `silence:` that silence nothing. */
export function checkSilence({ source, silence = [] }: Post | Page, placeOf: FieldPlaces): Problem[] {
  return silence.flatMap((id, index) => {
    if (id === "" || isNegotiable(id)) return [];
    const isKnown = Object.hasOwn(checkRules, id);
    const meant = isKnown ? undefined : suggest(id, Object.keys(checkRules));
    const message = isKnown
      ? `\`silence\` cannot silence what stops a build (found ${show(id)})`
      : `\`silence\` names no check (found ${show(id)})`;
    const remedy = meant
      ? `Did you mean \`${meant}\`?`
      : isKnown
        ? "Remove it, and mend what is wrong."
        : "The ids are listed in docs/checks.md.";
    const problem = { id: "silence-unknown", severity: "warning", file: source.file, message, remedy } as const;
    return { ...problem, ...placeOf(source, "silence", index) };
  });
}
