import { escapeHtml } from "../lib/safe-html.ts";

/** Shown in place of an image that is not there; `name` is its alt text or, without one, its path. */
export function toMissingImage(name: string): string {
  const text = escapeHtml(name || "?");
  return `<span class="missing-image" role="img" aria-label="${text}">${text}</span>`;
}
