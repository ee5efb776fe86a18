import { isOwn, resolveImage, toLoading } from "../image-attributes.ts";
import type { FoundImage, ImageUse } from "../markdown-context.ts";
import { toMissingImage } from "../missing-image.ts";
import { toEnlargingHtml, toPictureHtml, toRemoteHtml } from "../picture-html.ts";
import { toAllowedAttributes } from "./allowed-attributes.ts";
import type { Tag } from "./read-html.ts";
import { resolveSourceSet } from "./source-set.ts";
import type { TagScene } from "./tag-scene.ts";

type Attributes = ReadonlyMap<string, string | undefined>;

/** The author's `<img>`, found, measured and loaded as an image in Markdown is; what the author says goes first. */
export function toImage(tag: Tag, scene: TagScene): string {
  const attributes = toAllowedAttributes(tag, scene);
  const src = attributes.get("src")?.trim() ?? "";
  const alt = attributes.get("alt");
  // In HTML an empty `alt` is a statement: the image is decoration.
  const wanted = { src, hasAlt: alt !== undefined, use: toUse(attributes, scene) };
  const image = resolveImage(wanted, scene.rendering, scene.locate);
  if (image.src === undefined) {
    const words = alt?.trim() || src;
    if (image.remote === undefined) return toMissingImage(words);
    return toRemoteHtml(image.remote, { words, isLinked: scene.isInside(...interactive) });
  }
  const sourceSet = attributes.get("srcset");
  if (sourceSet !== undefined) attributes.set("srcset", resolveSourceSet(sourceSet, scene));
  const own = [...attributes].filter(([name, value]) => name !== "src" && (name !== "srcset" || value !== ""));
  const isFirst = isOwn(image) && scene.takeFirstImage();
  const added = [...toSize(image, attributes), ...toLoading(isFirst, scene.rendering)];
  const picture = toPictureHtml(image, [
    ["src", image.src],
    ["alt", alt ?? ""],
    ...own.filter(([name]) => name !== "alt"),
    ...added.filter(([name]) => !attributes.has(name)),
  ]);
  if (alt === "" || scene.isInside(...interactive)) return picture;
  return toEnlargingHtml(picture, { image, alt: alt ?? "" }, scene.rendering);
}

/** Nothing else that is pressed may stand in these. */
const interactive = ["a", "button", "label", "summary"];

/** Whoever offers files by `srcset` or `<picture>` has chosen them. */
function toUse(attributes: Attributes, scene: TagScene): ImageUse {
  if (attributes.has("srcset") || scene.isInside("picture")) return "itself";
  const width = toPixels(attributes.get("width"));
  return { kind: "column", ...(width && { width }) };
}

/** Width and height, so that nothing jumps; in the image's proportions when the author gives one of them. */
function toSize({ width, height }: FoundImage, own: Attributes): [string, string][] {
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
