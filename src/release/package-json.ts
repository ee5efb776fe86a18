import { z } from "zod";
import { isVersion } from "./version.ts";

const entries = z.record(z.string(), z.unknown());

const schema = z.looseObject({
  name: z.string().optional(),
  version: z.string().refine(isVersion, "no version"),
  scripts: entries.optional(),
  dependencies: entries.optional(),
  devDependencies: entries.optional(),
  optionalDependencies: entries.optional(),
  overrides: entries.optional(),
  engines: entries.optional(),
});

export type PackageJson = z.infer<typeof schema>;

export { schema as packageJsonSchema };

/** Parts of `package.json` that are merged entry by entry. */
export const sections = [
  "scripts",
  "dependencies",
  "devDependencies",
  "optionalDependencies",
  "overrides",
  "engines",
] as const;

export type Section = (typeof sections)[number];

/** Sections that the lock file must agree with. */
export const lockedSections: readonly Section[] = [
  "dependencies",
  "devDependencies",
  "optionalDependencies",
  "overrides",
];

/** Undefined for what is no `package.json` of ours. */
export function parsePackageJson(content: Uint8Array): PackageJson | undefined {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(content);
    return schema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** An address that git can read, of what npm lets stand under `repository`. */
export function toAddress(repository: string): string {
  const [, shorthand] = /^(?:github:)?([\w.-]+\/[\w.-]+)$/.exec(repository) ?? [];
  return shorthand === undefined ? repository.replace(/^git\+/, "") : `https://github.com/${shorthand}.git`;
}
