import type { PlannedSettings } from "./plan/blog-plan.ts";

/** The text of `_data/site.ts`; `isInEngine` when the engine's types lie beside it. */
export function toSiteText(settings: PlannedSettings, isInEngine: boolean): string {
  const { title, description, url, language, timezone, permalink, defaultCategory, author, nav, feedId } = settings;
  const values = { title, description, url, language, timezone, permalink, defaultCategory, author, feedId };
  const lines = Object.entries(values).flatMap(([key, value]) =>
    value === undefined || value === "" ? [] : `  ${key}: ${JSON.stringify(value)},`,
  );
  const links = (nav.length > 0 ? nav : usual).map(
    ({ label, url: to }) => `    { label: ${JSON.stringify(label)}, url: ${JSON.stringify(to)} },`,
  );
  const body = [...lines, "  nav: [", ...links, "  ],"].join("\n");
  if (!isInEngine) return `export default {\n${body}\n};\n`;
  const types = 'import type { SiteSettings } from "../src/content/site-schema.ts";';
  return `${types}\n\nexport default {\n${body}\n} satisfies SiteSettings;\n`;
}

/** For a blog whose menu nobody made. */
const usual = [
  { label: "Categories", url: "/categories/" },
  { label: "Tags", url: "/tags/" },
  { label: "Archive", url: "/archive/" },
];
