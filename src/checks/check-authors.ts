import type { AuthorSettings } from "../content/registers.ts";
import { isAllowedImage } from "../content/link-resolver.ts";
import type { Site } from "../content/site.ts";
import type { Locate } from "../content/yaml-locator.ts";
import type { Problem } from "../lib/problem.ts";
import { show } from "../lib/show.ts";
import { toOwnAddress, type Answers } from "./own-address.ts";

export type AuthorsFile = {
  readonly file: string;
  readonly value: ReadonlyMap<string, AuthorSettings>;
  readonly locate: Locate;
};

/** Pages and pictures of `_data/authors.json` that are not there. */
export function checkAuthors({ file, value: authors, locate }: AuthorsFile, site: Site, answers: Answers): Problem[] {
  return [...authors].flatMap(([key, { url, avatar }]): Problem[] => {
    const warn = (name: string, id: string, message: string, remedy: string): Problem => {
      return { id, severity: "error", file, ...locate([key, name]), message, remedy };
    };
    const problems: Problem[] = [];
    if (url !== undefined && isMissing(url, site, answers)) {
      const message = `the author's \`url\` leads to no page (found ${show(url)})`;
      problems.push(warn("url", "author-link", message, "Correct the address, or write the page."));
    }
    if (avatar === undefined) return problems;
    if (isMissing(avatar, site, answers)) {
      const message = `the author's picture is not there (found ${show(avatar)})`;
      problems.push(
        warn("avatar", "author-avatar", message, "Put the file under `public/` and write its path from `/` on."),
      );
    } else if (!avatar.startsWith("/") && !isAllowedImage(avatar, { base: site, imageHosts: site.imageHosts })) {
      const message = `the author's picture is on another host and is not shown (found ${show(avatar)})`;
      const remedy = "Put a copy under `public/`, or add the host to `imageHosts` in `_data/site.ts`.";
      problems.push(warn("avatar", "author-avatar", message, remedy));
    }
    return problems;
  });
}

function isMissing(url: string, site: Site, answers: Answers): boolean {
  const address = toOwnAddress(url, url.startsWith("/") ? { ...site, basePath: "" } : site);
  return address !== undefined && !answers(address.path);
}
