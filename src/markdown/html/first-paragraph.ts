import { readHtml } from "./read-html.ts";

/** Text of the first `<p>` with words in it: posts from other systems may consist of HTML alone. */
export function toFirstHtmlParagraph(html: string): string {
  let text = "";
  let isInside = false;
  let found = "";
  const end = () => {
    if (found === "" && /[\p{L}\p{N}]/u.test(text)) found = text.replace(/\s+/g, " ").trim();
    text = "";
    isInside = false;
  };
  readHtml(html, {
    startTag: ({ name }) => {
      if (name === "br") text += " ";
      if (name !== "p") return;
      end();
      isInside = true;
    },
    endTag: (name) => {
      if (name === "p") end();
    },
    text: (part) => {
      if (isInside) text += part;
    },
  });
  end();
  return found;
}
