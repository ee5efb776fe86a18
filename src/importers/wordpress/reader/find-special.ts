const special = /[<&]|\]\]>/g;

/** The next character that may mean something in a text of XML, or the end. */
export function findSpecial(text: string, from: number): number {
  special.lastIndex = from;
  return special.exec(text)?.index ?? text.length;
}

/** How many of the last characters could be the beginning of `]]>`. */
export function openBrackets(text: string): number {
  if (text.endsWith("]]")) return 2;
  return text.endsWith("]") ? 1 : 0;
}
