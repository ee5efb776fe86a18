import type { Root } from "hast";
import { embedSource } from "./embed-address.ts";
import { attributeOf, elementsOf } from "./hast.ts";
import { imageSource } from "./image-source.ts";

export type Addresses = {
  /** What it links to, as written, each once; places in the text itself are none. */
  readonly links: string[];
  /** Pictures, sounds and films, as written, each once. */
  readonly media: string[];
};

/** What `toMarkdown` will ask `linkOf` and `mediaOf` for, so that files can be fetched beforehand. */
export function collectAddresses(tree: Root): Addresses {
  const links = new Set<string>();
  const media = new Set<string>();
  const add = (addresses: Set<string>, address: string | undefined) => {
    const trimmed = address?.trim() ?? "";
    if (trimmed !== "" && !trimmed.startsWith("#")) addresses.add(trimmed);
  };
  for (const element of elementsOf(tree)) {
    switch (element.tagName) {
      case "a":
      case "area":
        add(links, attributeOf(element, "href"));
        break;
      case "img":
        add(media, imageSource(element));
        break;
      case "video":
        add(media, attributeOf(element, "poster"));
        add(media, attributeOf(element, "src"));
        break;
      case "audio":
      case "source":
      case "track":
        add(media, attributeOf(element, "src"));
        break;
      case "object":
      case "embed":
        add(links, embedSource(element));
        break;
      default:
    }
  }
  return { links: [...links], media: [...media] };
}
