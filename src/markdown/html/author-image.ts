import { type FoundImage, resolveImage, toLoading } from "../image-attributes.ts";
import { toMissingImage } from "../missing-image.ts";
import { toAllowedAttributes } from "./allowed-attributes.ts";
import { toHtmlAttributes } from "./html-text.ts";
import type { Tag } from "./read-html.ts";
import { resolveSourceSet } from "./source-set.ts";
import type { TagScene } from "./tag-scene.ts";

/** The author's `<img>`, found, measured and loaded as an image in Markdown is; what the author says goes first. */
export function toImage(tag: Tag, scene: TagScene): string {
  const attributes = toAllowedAttributes(tag, scene);
  const src = attributes.get("src")?.trim() ?? "";
  const alt = attributes.get("alt");
  // In HTML an empty `alt` is a statement: the image is decoration.
  const image = resolveImage({ src, hasAlt: alt !== undefined }, scene.rendering, scene.locate);
  if (!image) return toMissingImage(alt?.trim() || src);
  attributes.delete("src");
  const sourceSet = attributes.get("srcset");
  if (sourceSet !== undefined) attributes.set("srcset", resolveSourceSet(sourceSet, scene));
  const own = [...attributes].filter(([name, value]) => name !== "srcset" || value !== "");
  const added = [...toSize(image, attributes), ...toLoading(scene.takeFirstImage())];
  return `<img${toHtmlAttributes([
    ["src", image.src],
    ["alt", alt ?? ""],
    ...own.filter(([name]) => name !== "alt"),
    ...added.filter(([name]) => !attributes.has(name)),
  ])}>`;
}

/** Width and height, so that nothing jumps; in the image's proportions when the author gives one of them. */
function toSize({ width, height }: FoundImage, own: ReadonlyMap<string, string | undefined>): [string, string][] {
  if (!width || !height) return [];
  const ownWidth = toPixels(own.get("width"));
  const ownHeight = toPixels(own.get("height"));
  if (ownWidth) return [["height", String(Math.round((ownWidth * height) / width))]];
  if (ownHeight) return [["width", String(Math.round((ownHeight * width) / height))]];
  if (own.has("width") || own.has("height")) return [];
  return [
    ["width", String(width)],
    ["height", String(height)],
  ];
}

function toPixels(value: string | undefined): number | undefined {
  return value !== undefined && /^\d{1,5}(px)?$/.test(value.trim()) ? Number.parseInt(value, 10) : undefined;
}
