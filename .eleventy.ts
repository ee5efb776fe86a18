import type { UserConfig } from "@11ty/eleventy";
import { pageFormats, tsxPages, type TsxPagesOptions } from "./src/eleventy/tsx-pages.ts";

/** How Eleventy compiles `pages/`. `scripts/build.ts` hands it the blog; it finds nothing by itself. */
export default function configure(config: UserConfig, site: TsxPagesOptions): void {
  config.setUseGitIgnore(false);
  config.setQuietMode(true);
  config.setTemplateFormats(pageFormats);
  config.addPlugin(tsxPages, site);
}
