import { z } from "zod";
import { toContentHash } from "./file-content.ts";
import { packageJsonSchema } from "./package-json.ts";
import { isVersion } from "./version.ts";
import type { Release } from "./release.ts";

/** Where an update writes down what it has brought, so that the next one can tell the owner's changes from it. */
export const recordPath = ".klatsch/release.json";

const schema = z.object({
  about: z.string(),
  version: z.string().refine(isVersion, "no version"),
  /** SHA-256 of each file, with the line ends of a repository. */
  files: z.record(z.string(), z.string()),
  package: packageJsonSchema,
});

export type ReleaseRecord = z.infer<typeof schema>;

/** Undefined for what is no record. */
export function parseRecord(content: Uint8Array): ReleaseRecord | undefined {
  try {
    return schema.safeParse(JSON.parse(Buffer.from(content).toString("utf8"))).data;
  } catch {
    return undefined;
  }
}

/** What a release brings, not what lies in the blog: what the owner has kept stays known as a change of theirs. */
export function formatRecord({ version, files, packageJson }: Release): string {
  const paths = [...files.keys()].sort();
  const record: ReleaseRecord = {
    about:
      "Written by `npm run update`, which knows your changes from the engine's by it. Commit it, and leave it as it is.",
    version,
    files: Object.fromEntries(paths.map((path) => [path, toContentHash(files.get(path)?.content ?? new Uint8Array())])),
    package: packageJson,
  };
  return `${JSON.stringify(record, null, 2)}\n`;
}
