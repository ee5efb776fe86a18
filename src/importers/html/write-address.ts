import { encodeSpaces } from "./control-characters.ts";

/** Addresses have no spaces; brackets that match may stand in them. */
export function toDestination(url: string): string {
  const safe = encodeSpaces(url.trim())
    .replace(/[<>]/g, encodeURIComponent)
    .replace(/\\/g, "%5C")
    .replace(/&(?=#|[a-z][a-z0-9]{1,31};)/gi, "&amp;")
    .replace(/[*_`$~^|]/g, (char) =>
      char === "_" || char === "~" ? char : `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
    );
  return isBalanced(safe) ? safe : safe.replace(/\(/g, "%28").replace(/\)/g, "%29");
}

function isBalanced(url: string): boolean {
  let depth = 0;
  let deepest = 0;
  for (const char of url) {
    if (char === "(") depth += 1;
    if (char === ")") depth -= 1;
    if (depth < 0) return false;
    deepest = Math.max(deepest, depth);
  }
  return depth === 0 && deepest < 20;
}

/** With a space in front; empty for none. */
export function toTitle(title: string | null | undefined): string {
  if (!title) return "";
  const safe = title
    .replace(/\s+/g, " ")
    .replace(/["\\]/g, "\\$&")
    .replace(/&(?=#|[a-z][a-z0-9]{1,31};)/gi, "\\&");
  return ` "${safe}"`;
}
