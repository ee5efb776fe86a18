import { z } from "zod";
import type { GraphqlClient } from "../graphql-client.ts";
import { splitRepo } from "../list-discussions.ts";
import { queries } from "../queries.ts";
import { responses } from "../responses.ts";
import { fault, ok, warning, type Check } from "./check.ts";

const rulesSchema = z.object({ origins: z.array(z.string()).optional(), originsRegex: z.array(z.string()).optional() });

type Rules = z.infer<typeof rulesSchema>;

/** Whether `giscus.json` in the root of the repository lets this blog show the frame. */
export async function checkOrigins(repo: string, origin: string, client: GraphqlClient): Promise<Check[]> {
  const { repository } = await client.ask({
    query: queries.origins,
    variables: splitRepo(repo),
    schema: responses.origins,
  });
  const text = repository?.object?.text;
  if (text === undefined || text === null)
    return [ok("origins", "no giscus.json in the repository: every site may show the frame")];
  const rules = parseRules(text);
  if (!rules) {
    const remedy = `Write \`{ "origins": ["${origin}"] }\` into it.`;
    return [warning("origins", `giscus.json of ${repo} is not what giscus reads, so it is open to all`, remedy)];
  }
  if (isAllowed(rules, origin)) return [ok("origins", `giscus.json of ${repo} allows ${origin}`)];
  const remedy = `Add "${origin}" to its \`origins\`: https://github.com/${repo}/edit/HEAD/giscus.json.`;
  return [fault("origins", `giscus.json of ${repo} does not allow ${origin}`, remedy)];
}

function parseRules(text: string): Rules | undefined {
  try {
    return rulesSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** As giscus does it: exact, or by a pattern that is not anchored; no rule at all lets everybody in. */
function isAllowed({ origins = [], originsRegex = [] }: Rules, origin: string): boolean {
  if (origins.length === 0 && originsRegex.length === 0) return true;
  return origins.includes(origin) || originsRegex.some((pattern) => matches(pattern, origin));
}

function matches(pattern: string, text: string): boolean {
  try {
    return new RegExp(pattern).test(text);
  } catch {
    return false;
  }
}
