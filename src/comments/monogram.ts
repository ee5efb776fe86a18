/** The initial that stands for somebody without a picture; a dot for a name without letters. */
export function toMonogram(name: string): string {
  const [initial = "·"] = /[\p{L}\p{N}]\p{M}*/u.exec(name.normalize("NFC")) ?? [];
  return initial.toUpperCase();
}
