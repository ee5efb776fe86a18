/** HTML that may stand in a page as it is: made by our own renderer or passed by a sanitizer. */
export type SafeHtml = string & { readonly __brand: "SafeHtml" };

/** For the few places that make HTML; the caller vouches for it. */
export function asSafeHtml(html: string): SafeHtml {
  return html as SafeHtml;
}

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Text for element content and double-quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (char) => entities[char] ?? char);
}
