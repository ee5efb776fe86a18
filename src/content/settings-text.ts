/** What an owner is asked when a blog begins. */
export type BlogAnswers = {
  readonly title: string;
  readonly description?: string | undefined;
  readonly author: string;
  readonly url: string;
  readonly language: string;
  readonly timezone: string;
  /** `owner/name` on GitHub. */
  readonly repository?: string | undefined;
};

/** The text of `_data/site.ts`; `isInEngine` when the engine's types lie beside it. */
export function toSettingsText(answers: BlogAnswers, isInEngine: boolean): string {
  const { title, description, author, url, language, timezone, repository } = answers;
  const settings = { title, description, url, language, timezone, author, repository };
  const lines = Object.entries(settings).flatMap(([key, value]) =>
    value === undefined || value === "" ? [] : `  ${key}: ${JSON.stringify(value)},`,
  );
  const nav = ["Categories", "Tags", "Archive"].map(
    (label) => `    { label: ${JSON.stringify(label)}, url: "/${label.toLowerCase()}/" },`,
  );
  const body = [...lines, "  nav: [", ...nav, "  ],"].join("\n");
  if (!isInEngine) return `export default {\n${body}\n};\n`;
  const types = 'import type { SiteSettings } from "../src/content/site-schema.ts";';
  return `${types}\n\nexport default {\n${body}\n} satisfies SiteSettings;\n`;
}
