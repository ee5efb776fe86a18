/** What a Markdown source says, without what it is made of: no blocks of code, no tags, no addresses. */
export function toProse(source: string): string {
  const text = source.includes("```") || source.includes("~~~") ? withoutCode(source) : source;
  return text.replace(markup, " ");
}

/** Tags, targets of links and bare addresses; none looks further than the next of its kind, so none takes long. */
const markup = /<[^<>]*>|\]\([^()\s]*|\bhttps?:\/\/\S+/g;

/** Line by line, as fences are: a block that is never closed goes on to the end. */
function withoutCode(source: string): string {
  let fence = "";
  const lines = source.split("\n").filter((line) => {
    const [, mark = "", rest = ""] = fenceLine.exec(line) ?? [];
    if (fence === "") {
      fence = mark;
      return mark === "";
    }
    if (mark.startsWith(fence) && rest.trim() === "") fence = "";
    return false;
  });
  return lines.join("\n");
}

const fenceLine = /^[ \t>]*(`{3,}|~{3,})(.*)$/;
