/** markdown-it replaces NUL in its input, so that nothing but this code can write one. */
const border = "\0";

export function toPlaceholder(index: number): string {
  return border + index + border;
}

/** Alternately a piece of the renderer's HTML and the number of a piece of the author's. */
export function splitAtPlaceholders(html: string): string[] {
  return html.split(border);
}
