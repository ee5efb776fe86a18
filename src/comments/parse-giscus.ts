import { parseJson, type JsonSource } from "../content/json-source.ts";
import { findUnknownKeys, problemAt, toProblems } from "../content/issues.ts";
import type { SourceFile } from "../content/source-file.ts";
import type { Problem } from "../lib/problem.ts";
import { show } from "../lib/show.ts";
import { defaultHost, giscusSchema, readHost, type GiscusSettings } from "./giscus-settings.ts";

type ParsedGiscus = { readonly settings?: GiscusSettings; readonly problems: readonly Problem[] };

/** No file: comments are not set up, which is no mistake. `host` (of `GISCUS_HOST`) stands before the file's. */
export function parseGiscus(source: SourceFile | undefined, host?: string): ParsedGiscus {
  if (!source) return { problems: [] };
  const json = parseJson(source);
  if (json.problems.length > 0) return { problems: json.problems };
  const { file, data, locate } = json;
  const keys = { known: Object.keys(giscusSchema.shape), id: "giscus-key", severity: "warning" } as const;
  const problems = [...findUnknownKeys(data, keys, file, locate), ...findMissing(json)];
  const override = host ? readHost(host) : undefined;
  if (override && "mistakes" in override) problems.push(wrongHost(file, host));
  const { data: values, error } = giscusSchema.safeParse(data);
  if (error) return { problems: [...problems, ...toProblems(error, file, locate)] };
  const { repo, repoId, category, categoryId } = values;
  if (!repo || !repoId || !category || !categoryId) return { problems };
  const chosen = override && "value" in override ? override.value : (values.host ?? defaultHost);
  return { settings: { repo, repoId, category, categoryId, host: chosen }, problems };
}

const remedy = "Run `npm run setup -- owner/name`, which writes this file.";

function findMissing({ file, data, locate }: JsonSource): Problem[] {
  const missing = ["repo", "repoId", "category", "categoryId"].filter(
    (key) => data[key] === undefined || data[key] === "",
  );
  return missing.map((key) => {
    const message = `\`${key}\` is missing`;
    return problemAt({ id: "giscus", severity: "error", file, message, remedy }, locate, [key], "key");
  });
}

function wrongHost(file: string, host: string | undefined): Problem {
  const message = `the environment's \`GISCUS_HOST\` is no address of a giscus server (found ${show(host)})`;
  const correct = `Set it to an address alone, such as \`${defaultHost}\`, or unset it.`;
  return { id: "giscus", severity: "error", file, line: 1, column: 1, message, remedy: correct };
}
