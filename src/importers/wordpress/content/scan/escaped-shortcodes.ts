import { knownShortcodes } from "../shortcodes/known-shortcodes.ts";

/** `[[gallery]]` shows `[gallery]`: for names that are known, as WordPress does it. */
export function unescapeShortcodes(source: string): string {
  if (!source.includes("[[")) return source;
  const closed = new Set(Array.from(source.matchAll(/\[\/([\w-]{1,60})\]\]/g), ([, name]) => name));
  return source
    .replace(
      /\[(\[([\w-]{1,60})(?=[\s\]=/])[^[\]]{0,2000}\])(\]?)/g,
      (whole, tag: string, name: string, close: string) =>
        knownShortcodes.has(name) && (close === "]" || closed.has(name)) ? tag : whole,
    )
    .replace(/(\[\/([\w-]{1,60})\])\]/g, (whole, tag: string, name: string) =>
      knownShortcodes.has(name) ? tag : whole,
    );
}
