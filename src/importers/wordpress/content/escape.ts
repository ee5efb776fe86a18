/** For an attribute in double quotes. Entities stay as they are: WordPress stores HTML, and the parser decodes once. */
export function toAttribute(html: string): string {
  return html.replace(/["<>]/g, (sign) => signs[sign] ?? sign);
}

/** Source that is to be seen as it is, entities already made. */
export function escapeTags(html: string): string {
  return html.replace(/[<>]/g, (sign) => signs[sign] ?? sign);
}

const signs: Readonly<Record<string, string>> = { '"': "&quot;", "<": "&lt;", ">": "&gt;" };
