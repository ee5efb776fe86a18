import { resolveHref } from "../resolve-href.ts";
import { isUrlAttribute, toAllowedAttributes } from "./allowed-attributes.ts";
import { toHtmlAttributes } from "./html-text.ts";
import type { Tag } from "./read-html.ts";
import { resolveSourceSet } from "./source-set.ts";
import type { TagScene } from "./tag-scene.ts";

/** A tag's attributes as they stand in the page, with addresses resolved; undefined when the tag is to be left out. */
export function toAttributes(tag: Tag, scene: TagScene): string | undefined {
  const attributes = toAllowedAttributes(tag, scene);
  const href = attributes.get("href");
  if (tag.name === "a" && scene.isExcerpt && href?.startsWith("#")) return undefined;
  let isExternal = false;
  for (const [name, value] of attributes) {
    if (value === undefined) continue;
    if (isUrlAttribute(tag.name, name)) {
      const link = resolveHref(value.trim(), scene.rendering, scene.locate);
      if (link.isDead) attributes.delete(name);
      else attributes.set(name, link.href);
      isExternal ||= tag.name === "a" && link.isExternal;
    } else if (name === "srcset") {
      attributes.set(name, resolveSourceSet(value, scene));
    }
  }
  if (href !== undefined && attributes.size === 0) return undefined;
  const rel = toRel(attributes, isExternal);
  if (rel !== "") attributes.set("rel", rel);
  return toHtmlAttributes([...attributes]);
}

/** What the author says, `external`, and `noopener` where a new window would get hold of ours. */
function toRel(attributes: ReadonlyMap<string, string | undefined>, isExternal: boolean): string {
  const rel = new Set((attributes.get("rel") ?? "").split(/\s+/).filter(Boolean));
  if (isExternal) rel.add("external");
  if (isExternal && attributes.has("target")) rel.add("noopener");
  return [...rel].join(" ");
}
