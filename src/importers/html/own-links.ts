import type { Image, Nodes, Paragraph, PhrasingContent } from "mdast";
import { isSameFile } from "./same-file.ts";

declare module "mdast" {
  // eslint-disable-next-line typescript/consistent-type-definitions -- mdast's maps are open to interfaces alone
  interface HtmlData {
    /** What a small picture would be in Markdown, where its size does not matter. */
    picture?: Image;
  }
}

/**
 * Takes links to a picture's own file off pictures that stand by themselves, because a click enlarges those anyway, and
 * shows the file itself. Says how many there were.
 */
export function dropOwnLinks(node: Nodes, isInTightItem = false): number {
  if (node.type === "paragraph") return isInTightItem ? 0 : dropFrom(node);
  if (!("children" in node)) return 0;
  const isTight = node.type === "listItem" && !node.spread;
  return node.children.reduce((sum, child) => sum + dropOwnLinks(child, isTight), 0);
}

function dropFrom(paragraph: Paragraph): number {
  if (!isOfPictures(paragraph.children)) return 0;
  let count = 0;
  paragraph.children = paragraph.children.map((child) => {
    const picture = pictureIn(child);
    if (!picture || child.type !== "link" || !isSameFile(child.url, picture.url)) return child;
    count += 1;
    // One that could not be had is where it was.
    return isElsewhere(child.url) && !isElsewhere(picture.url) ? picture : { ...picture, url: child.url };
  });
  return count;
}

/** Whether our renderer makes figures of them: there is nothing else but a line of emphasis below one. */
function isOfPictures(children: readonly PhrasingContent[]): boolean {
  let isNewLine = false;
  for (const child of children) {
    const isBreak = child.type === "break" || (child.type === "text" && child.value.includes("\n"));
    const isPart =
      child.type === "break" ||
      (child.type === "text" && child.value.trim() === "") ||
      (child.type === "emphasis" && isNewLine) ||
      pictureIn(child) !== undefined;
    if (!isPart) return false;
    isNewLine = isBreak || (isNewLine && child.type === "text");
  }
  return true;
}

function pictureIn(node: PhrasingContent): Image | undefined {
  if (node.type === "image") return node;
  const [only] = node.type === "link" && node.children.length === 1 ? node.children : [];
  if (only?.type === "image") return only;
  return only?.type === "html" ? only.data?.picture : undefined;
}

function isElsewhere(address: string): boolean {
  return /^(?:https?:)?\/\//i.test(address);
}
