const named: ReadonlyMap<string, string> = new Map(
  Object.entries({ quot: '"', amp: "&", lt: "<", gt: ">", nbsp: "\u00a0", apos: "'" }),
);

/** No label of a picture is longer. */
const maxLength = 300;

/**
 * The text of a label: without quotes, `<br>` as a line end, `#quot;` as what it stands for. Undefined where mermaid
 * would do more than show text: other HTML, Markdown, icons, formulas.
 */
export function readLabel(written: string): string | undefined {
  const text = written.trim();
  const unquoted = /^"[^"]*"$/.test(text) ? text.slice(1, -1) : text;
  const lines = unquoted.split(/<br\s*\/?>|\\n/i).map(decodeLine);
  const known = lines.filter((line) => line !== undefined);
  const label = known.join("\n");
  return known.length < lines.length || label.length > maxLength ? undefined : label;
}

function decodeLine(written: string): string | undefined {
  if (/<\/?[a-z]|`|\$\$|"|\bfa[a-z]?:|\*\*|~~/i.test(written)) return undefined;
  // Signs of control and of private use mean nothing here; the drawing program gets some of its own instead.
  const line = written.trim().replace(/[\p{Cc}\p{Co}\p{Cs}\u202a-\u202e\u2066-\u2069]/gu, "");
  const decoded = line.replace(/#(\w+);/g, (entity, name: string) => decodeEntity(name) ?? entity);
  return /#\w+;/.test(decoded) ? undefined : decoded;
}

function decodeEntity(name: string): string | undefined {
  const code = /^\d{2,6}$/.test(name) ? Number(name) : Number.NaN;
  const isCharacter = code >= 0x20 && code < 0xd800 && !(code >= 0x7f && code < 0xa0);
  return isCharacter ? String.fromCodePoint(code) : named.get(name);
}
