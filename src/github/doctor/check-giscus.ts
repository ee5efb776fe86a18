import type { GiscusApi } from "../giscus-api.ts";
import { clicks } from "../setup/clicks.ts";
import { fault, ok, type Check } from "./check.ts";

export async function checkGiscus(repo: string, giscus: GiscusApi): Promise<Check[]> {
  if (await giscus.isInstalled(repo)) return [ok("giscus-app", `the giscus app is installed on ${repo}`)];
  return [fault("giscus-app", `the giscus app is not installed on ${repo}`, `${clicks.install(repo)}.`)];
}
