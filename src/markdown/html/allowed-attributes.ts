import { isScriptUrl } from "../url.ts";
import type { Attribute, Tag } from "./read-html.ts";
import type { TagScene } from "./tag-scene.ts";

const attributeName = /^[a-z_:][\w:.-]*$/;

/** Attributes that hold an address, by element; `*` for any element. */
const urlAttributes: ReadonlySet<string> = new Set(
  (
    "a/href area/href iframe/src video/src video/poster audio/src source/src track/src embed/src object/data " +
    "form/action button/formaction input/formaction */xlink:href"
  ).split(" "),
);

/** Without styles and scripts, which the page's CSP forbids, and without ids that are taken; it warns of those. */
export function toAllowedAttributes(tag: Tag, scene: TagScene): Map<string, string | undefined> {
  const attributes = new Map<string, string | undefined>();
  for (const attribute of tag.attributes) {
    const { name, value } = attribute;
    if (!attributes.has(name) && isAllowed(tag.name, attribute, scene)) attributes.set(name, value);
  }
  return attributes;
}

/** Whether the attribute holds an address that leads somewhere. */
export function isUrlAttribute(tag: string, name: string): boolean {
  return urlAttributes.has(`${tag}/${name}`) || urlAttributes.has(`*/${name}`);
}

function isAllowed(tag: string, { name, value }: Attribute, scene: TagScene): boolean {
  if (!attributeName.test(name)) return false;
  if (name === "style") {
    scene.omit({ id: "html-style", what: "style is left out", found: `<${tag} style>`, remedy: styleRemedy });
    return false;
  }
  if (
    name.startsWith("on") ||
    name === "srcdoc" ||
    (value !== undefined && isUrlAttribute(tag, name) && isScriptUrl(value))
  ) {
    scene.omit({ id: "html-script", what: "script is left out", found: `<${tag} ${name}>`, remedy: scriptRemedy });
    return false;
  }
  return name !== "id" || isFreeId(tag, value ?? "", scene);
}

function isFreeId(tag: string, id: string, scene: TagScene): boolean {
  if (scene.isExcerpt || id.trim() === "") return false;
  if (scene.rendering.ids.take(id)) return true;
  const found = `<${tag} id="${id}">`;
  scene.omit({ id: "html-id", what: "id is left out, because the page has it elsewhere", found, remedy: idRemedy });
  return false;
}

const styleRemedy = "Use a class and style it in `_includes/styles/theme.css`.";
const scriptRemedy = "Remove it; pages run no scripts of posts.";
const idRemedy = "Choose another id.";
