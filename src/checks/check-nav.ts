import { createSettingsLocator } from "../content/settings-locator.ts";
import { settingKeys } from "../content/parse-site.ts";
import type { Site } from "../content/site.ts";
import type { Problem } from "../lib/problem.ts";
import { show } from "../lib/show.ts";
import { toOwnAddress, type Answers } from "./own-address.ts";
import { findMissingPlace, type IdsOf } from "./place-ids.ts";

type Settings = { readonly file: string; readonly text: string };

/** Links of the header to pages, or places on pages, that are not there; `text` is that of `_data/site.ts`. */
export function checkNav(site: Site, { file, text }: Settings, answers: Answers, idsOf: IdsOf): Problem[] {
  const locate = createSettingsLocator(text, settingKeys);
  return site.nav.flatMap(({ url }, index) => {
    // From the root on, it is written without the base path.
    const address = toOwnAddress(url, url.startsWith("/") ? { ...site, basePath: "" } : site);
    if (!address) return [];
    const isThere = answers(address.path);
    const missing = isThere ? findMissingPlace(address, idsOf) : undefined;
    if (isThere && !missing) return [];
    const message = `the navigation leads to ${isThere ? "a place that is not on its page" : "no page"} (found ${show(url)})`;
    const remedy = missing?.meant ? `Did you mean \`#${missing.meant}\`?` : "Correct the address, or write the page.";
    return { id: "nav-link", severity: "error", file, ...locate(["nav", index, "url"]), message, remedy };
  });
}
