/** Without white space and `<br>` at its ends. */
export function trimBreaks(html: string): string {
  let start = 0;
  let end = html.length;
  for (let next = breakAfter(html, start); next > start && start < end; next = breakAfter(html, start)) start = next;
  for (let next = breakBefore(html, end); next < end && end > start; next = breakBefore(html, end)) end = next;
  return html.slice(start, Math.max(start, end));
}

const ahead = /\s+|<br[^>]{0,99}>/y;

function breakAfter(html: string, start: number): number {
  ahead.lastIndex = start;
  return ahead.test(html) ? ahead.lastIndex : start;
}

function breakBefore(html: string, end: number): number {
  if (/\s/.test(html.charAt(end - 1))) return end - 1;
  if (html.charAt(end - 1) !== ">") return end;
  const open = html.lastIndexOf("<", end);
  return end - open < 100 && /^<br[\s/>]/.test(html.slice(open, end)) ? open : end;
}
