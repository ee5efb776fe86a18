import type { Author } from "../../src/content/author.ts";
import type { Site } from "../../src/content/site.ts";
import { toNavHref } from "./nav-href.ts";

type AvatarProps = { author: Author; site: Site };

/** A picture beside the name, which says already who it is. */
export function Avatar({ author, site }: AvatarProps) {
  return (
    <>{author.avatar && <img class="avatar" src={toNavHref(author.avatar, site)} alt="" width={72} height={72} />}</>
  );
}
