import type { Page, Post } from "../../src/content/post.ts";
import type { Site } from "../../src/content/site.ts";
import { toSourceLinks } from "../../src/content/source-links.ts";
import type { Strings } from "../strings/strings.ts";

type SourceLinksProps = { entry: Post | Page; site: Site; strings: Strings };

/** For readers who would mend a slip themselves. */
export function SourceLinks({ entry, site, strings }: SourceLinksProps) {
  const links = toSourceLinks(site, entry);
  return (
    <>
      {links && (
        <p class="source">
          <a href={links.edit}>{strings.editPage}</a> · <a href={links.history}>{strings.viewHistory}</a>
        </p>
      )}
    </>
  );
}
