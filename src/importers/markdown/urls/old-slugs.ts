/** Jekyll's `slugify` with `mode: pretty, cased: true`. */
export function toPrettySlug(text: string): string {
  return text.replace(/[^\p{M}\p{L}\p{Nd}._~!$&'()+,;=@]+/gu, "-").replace(/^-|-$/g, "");
}

/** Jekyll's `slugify`, and that of Eleventy for what is no Latin letter with a mark. */
export function toPlainSlug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{M}\p{L}\p{Nd}]+/gu, "-")
    .replace(/^-|-$/g, "");
}

/** The Rust crate `slug` that Zola uses, and Eleventy's slugify: ASCII alone, letters without their marks. */
export function toAsciiSlug(text: string): string {
  return toBaseLetters(text)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}

function toBaseLetters(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[ßæøœłđþ]/gi, (letter) => ligatures[letter.toLowerCase()] ?? letter);
}

const ligatures: Readonly<Record<string, string>> = { ß: "ss", æ: "ae", ø: "o", œ: "oe", ł: "l", đ: "d", þ: "th" };

/** Zola's `slugify.paths = "safe"`: only what a file system or an address cannot have goes. */
export function toSafePath(text: string): string {
  return text
    .replace(/[\s\p{Cc}]+/gu, "_")
    .replace(/[<>:"/\\|?*#[\]()\p{Cc}]/gu, "")
    .replace(/^[\s.]+|[\s.]+$/g, "");
}

/** Hugo's path of a title or file: lower case, blanks as `-`, nothing that an address would have to escape but letters. */
export function toHugoPath(text: string, keepsCase = false): string {
  const path = text
    .trim()
    .replace(/\s+/g, "-")
    .replace(/[^\p{L}\p{M}\p{N}._\-/\\#+~@%]/gu, "")
    .replace(/[#%\\]/g, "")
    .replace(/-{2,}/g, "-");
  return keepsCase ? path : path.toLowerCase();
}
