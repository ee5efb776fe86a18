import type { ComponentChildren } from "preact";
import { toKnownLocale } from "../strings/locale.ts";

type CommaListProps = { items: readonly ComponentChildren[]; lang: string };

/** `a, b and c`, joined as the language joins them. */
export function CommaList({ items, lang }: CommaListProps) {
  if (items.length === 1) return <>{items}</>;
  const parts = new Intl.ListFormat(toKnownLocale(lang)).formatToParts(items.map((_, index) => String(index)));
  return <>{parts.map(({ type, value }) => (type === "element" ? items[Number(value)] : value))}</>;
}
