import type { ComponentChildren } from "preact";
import type { Crumb } from "../../src/seo/breadcrumbs.ts";
import type { Site } from "../../src/content/site.ts";
import type { Strings } from "../strings/strings.ts";
import { Breadcrumbs } from "./breadcrumbs.tsx";

type ListHeaderProps = {
  title: string;
  trail: readonly Crumb[];
  /** How many posts there are. */
  count: number;
  site: Site;
  strings: Strings;
  children?: ComponentChildren;
};

export function ListHeader({ title, trail, count, site, strings, children }: ListHeaderProps) {
  return (
    <header class="list-header">
      {trail.length > 0 && <Breadcrumbs {...{ trail, site, strings }} />}
      <h1 class="p-name">{title}</h1>
      {children}
      <p class="meta">{strings.postCount(count)}</p>
    </header>
  );
}
