import { openEleventy } from "./eleventy/open-eleventy.ts";
import type { SiteFolder } from "./folder/site-folder.ts";
import type { GeneratorName, OpenSite, SiteOverrides } from "./generator.ts";
import { openHexo } from "./hexo/open-hexo.ts";
import { openHugo } from "./hugo/open-hugo.ts";
import { openJekyll } from "./jekyll/open-jekyll.ts";
import { openZola } from "./zola/open-zola.ts";

type Open = (folder: SiteFolder, overrides: SiteOverrides) => OpenSite;

/** Another generator is one folder beside this file and one line here. */
export const generators: Readonly<Record<GeneratorName, Open>> = {
  jekyll: openJekyll,
  hexo: openHexo,
  hugo: openHugo,
  eleventy: openEleventy,
  zola: openZola,
};
